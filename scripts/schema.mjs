import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { migrationsIn } from "./migrations.mjs";
import { root } from "./root.mjs";
import { Sorry } from "./say.mjs";

/**
 * Compares `prisma/schema.prisma` with the migrations, by Prisma's own engine compiled to WebAssembly (nothing is
 * downloaded). The engine replays the migrations in a shadow database, so the role needs the right to create one.
 *
 * Functions, triggers, checks and expression indexes are in the migrations alone and the comparison doesn't see them. A
 * table or index that Prisma can't know is named beside its definition: `-- outside Prisma: NAME`.
 */

const schemaFile = join(root, "prisma", "schema.prisma");

/**
 * @param {string} url of a server where databases may be created
 * @returns {Promise<string>} the SQL that leads from the migrations to the schema, empty when they agree
 */
export async function difference(url) {
  return withEngine(url, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...migrationList() },
      to: { tag: "schemaDatamodel", files: [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: { externalTables: namesOutside().map((name) => `public.${name}`), externalEnums: [] },
    });
    return withoutOutsiders(stdout ?? "");
  });
}

/**
 * Writes what the schema has and the migrations lack as a new migration.
 * @param {string} url @param {string} name in a few words, like "reports keep their outlet"
 * @returns {Promise<string>} the path of the new file
 */
export async function writeMigration(url, name) {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  if (!words) throw new Sorry("A migration needs a name: `npm run -s glossator -- migration NAME`.");
  const sql = await difference(url);
  if (!sql) throw new Sorry("The schema and the migrations agree: there is nothing to write.");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(root, "prisma", "migrations", `${stamp}_${words}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(join(root, "prisma", "migrations", "migration_lock.toml"), 'provider = "postgresql"\n');
  return join(folder, "migration.sql");
}

function namesOutside() {
  return migrationsIn().flatMap(({ sql }) => [...sql.matchAll(/^-- outside Prisma: (\w+)$/gm)].map(([, name]) => name));
}

/** @param {string} sql as the engine writes it, one paragraph a step */
function withoutOutsiders(sql) {
  const drops = new Set(namesOutside().map((name) => `-- DropIndex\nDROP INDEX "${name}";`));
  const steps = sql.trim().split("\n\n");
  const ours = steps.filter((step) => step && !drops.has(step) && !step.includes("This is an empty migration"));
  return ours.length > 0 ? `${ours.join("\n\n")}\n` : "";
}

function migrationList() {
  return {
    baseDir: join(root, "prisma", "migrations"),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrationsIn().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/**
 * @template T
 * @param {string} url @param {(engine: any) => Promise<T>} work
 */
async function withEngine(url, work) {
  const [{ PrismaPg }, { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum }, bindings] = await Promise.all([
    import("@prisma/adapter-pg"),
    import("@prisma/driver-adapter-utils"),
    import("@prisma/schema-engine-wasm/schema_engine_bg"),
  ]);
  await instantiate(bindings);
  /** @type {import("pg").Pool[]} */
  const pools = [];
  const factory = bindMigrationAwareSqlAdapterFactory(
    fitForEngine(new PrismaPg(partsOf(url)), pools, ColumnTypeEnum.Character),
  );
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
  }
}

/**
 * The adapter opens its shadow database by changing `database`, which a connection string would override.
 * @param {string} url as scripts/postgres.mjs writes it
 */
function partsOf(url) {
  const { username, password, hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? hostname;
  return { user: username, password, host, port: Number(port), database: pathname.slice(1) };
}

/** @param {any} bindings */
async function instantiate(bindings) {
  const folder = join(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"), "..");
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start();
}

/**
 * Prisma's adapter was made for queries, not for the engine: it cuts a script at every semicolon, which breaks function
 * bodies, and does not know PostgreSQL's one-byte `"char"` that the catalog is full of.
 * @param {any} factory @param {import("pg").Pool[]} pools gets every pool it opens
 * @param {number} character the engine's number for a one-byte column
 */
function fitForEngine(factory, pools, character) {
  for (const way of ["connect", "connectToShadowDb"]) {
    const connect = factory[way].bind(factory);
    factory[way] = async () => {
      const adapter = await connect();
      pools.push(adapter.client);
      adapter.executeScript = async (/** @type {string} */ script) => {
        await adapter.client.query(script).catch((/** @type {unknown} */ error) => adapter.onError(error));
      };
      adapter.dispose = () => leaveBeforeDropping(adapter);
      readCharacters(adapter, character);
      return adapter;
    };
  }
  return factory;
}

/**
 * The adapter would drop its shadow database while it is still connected to it.
 * @param {any} adapter
 */
async function leaveBeforeDropping(adapter) {
  const pool = adapter.client;
  if (pool.ended) return;
  await pool.end();
  pool.end = async () => undefined;
  await adapter.release?.();
}

/** @param {any} adapter @param {number} character */
function readCharacters(adapter, character) {
  const [oneByte, padded] = [18, 1042];
  /** @type {number[]} */
  let places = [];
  const performIO = adapter.performIO.bind(adapter);
  adapter.performIO = async (/** @type {unknown} */ query) => {
    const result = await performIO(query);
    places = [];
    for (const [place, field] of result.fields.entries()) {
      if (field.dataTypeID !== oneByte) continue;
      field.dataTypeID = padded;
      places.push(place);
    }
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (/** @type {unknown} */ query) => {
    const result = await queryRaw(query);
    for (const place of places) result.columnTypes[place] = character;
    return result;
  };
}
