import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkArchive } from "./archive.mjs";
import { ask, contentOf, emptyDatabase, restore, savedDatabase, tablesIn } from "./backup-fixture.mjs";
import { migrationsIn } from "./migrations.mjs";
import { startPostgres } from "./postgres.mjs";
import { until } from "./process.mjs";
import { root } from "./root.mjs";
import { save } from "./save.mjs";

/** The two commands, and what is left of them when they are cut short. */

/** @type {Awaited<ReturnType<typeof savedDatabase>>} */
let saved;
beforeAll(async () => {
  saved = await savedDatabase();
});
afterAll(() => saved?.stop());

let path = "";
beforeEach(() => {
  path = join(saved.folder, "another.tar");
});
afterEach(() => rmSync(path, { force: true }));

/** A migration that is newer than the backup and waits, so that a restore can be ended when all rows are there. */
const waits = { name: "99999999999999_waits", sql: "select pg_sleep(600)", checksum: "1" };

/** @param {string} url */
const standsStill = (url) =>
  until(async () => {
    const rows = await ask(
      url,
      "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
    );
    return rows.length === 1;
  }, 60_000);

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} child */
function heardOf(child) {
  let heard = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      heard += chunk;
    });
  }
  const ended = new Promise((resolve) => child.once("close", resolve));
  return { child, ended, heard: () => heard };
}

/** @param {string} script @param {Record<string, string>} env @param {string[]} args */
const command = (script, env, args) =>
  heardOf(
    spawn(process.execPath, [join(root, "scripts", script), ...args], {
      cwd: saved.folder,
      env: { ...process.env, ...env },
    }),
  );

describe("a restore that is cut short leaves nothing", () => {
  /** @param {string} url */
  const endBackend = (url) =>
    ask(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
    );

  test("when the database ends it", async () => {
    const url = await emptyDatabase(saved.url);
    const restoring = restore(url, saved.whole, [...migrationsIn(), waits]).catch((error) => error.message);
    expect(await standsStill(url)).toBe(true);
    await endBackend(url);
    expect(await restoring).toMatch(/cut short.*nothing was kept of it\. Restore again/);
    expect(await tablesIn(url)).toBe(0);
  });

  test.each(["SIGINT", "SIGKILL"])("when it gets %s, and the next one brings all", async (signal) => {
    const url = await emptyDatabase(saved.url);
    const story = `
      import { examine, load } from "./scripts/load.mjs";
      import { migrationsIn } from "./scripts/migrations.mjs";
      import { endRunning } from "./scripts/process.mjs";
      import { tell } from "./scripts/say.mjs";
      process.on("SIGINT", endRunning);
      const path = ${JSON.stringify(saved.whole)};
      await tell(async () => load(${JSON.stringify(url)}, path, await examine(path, [...migrationsIn(), ${JSON.stringify(waits)}])));`;
    const restoring = heardOf(spawn(process.execPath, ["--input-type=module", "-e", story], { cwd: root }));
    expect(await standsStill(url), restoring.heard()).toBe(true);
    restoring.child.kill(/** @type {NodeJS.Signals} */ (signal));
    await restoring.ended;
    if (signal === "SIGINT") expect(restoring.heard()).toMatch(/Interrupted: nothing was kept of the restore/);
    await endBackend(url);
    expect(await tablesIn(url)).toBe(0);
    await restore(url, saved.whole);
    expect(await contentOf(url)).toEqual(await contentOf(saved.url));
  });
});

test("a backup that is killed leaves no file of that name, and the next one tidies up", async () => {
  const blocker = new pg.Client({ connectionString: saved.url });
  await blocker.connect();
  await blocker.query("begin; lock table workspace in access exclusive mode");
  const saving = command("backup.mjs", { DATABASE_URL: saved.url }, [path]);
  const partials = () => readdirSync(saved.folder).filter((name) => name.endsWith(".partial"));
  expect(await until(() => partials().length === 1, 60_000)).toBe(true);
  saving.child.kill("SIGKILL");
  await saving.ended;
  await blocker.end();
  expect(readdirSync(saved.folder)).not.toContain("another.tar");
  await save(saved.url, path);
  expect(partials()).toEqual([]);
  await checkArchive(path);
});

test("the commands save one installation and restore it as another, and say what happened", async () => {
  const [from, to] = [mkdtempSync(join(saved.folder, "from-")), mkdtempSync(join(saved.folder, "to-"))];
  try {
    const first = command("restore.mjs", { GLOSSATOR_DATA: from, DATABASE_URL: "" }, [saved.whole]);
    expect(await first.ended, first.heard()).toBe(0);
    expect(first.heard()).toMatch(/Restored: \d+ rows in \d+ tables.*Start it with `npm start`/s);

    const backup = command("backup.mjs", { GLOSSATOR_DATA: from, DATABASE_URL: "" }, [path]);
    expect(await backup.ended, backup.heard()).toBe(0);
    expect(backup.heard()).toContain(`Saved ${path}: `);
    const { madeAt } = await checkArchive(path);
    const known = await startPostgres({ folder: from });
    expect(await ask(known.url, "select made_at, bytes::int from backup")).toEqual([
      { made_at: new Date(madeAt), bytes: statSync(path).size },
    ]);
    await known.stop();
    const look = command("restore.mjs", {}, ["--check", path]);
    expect(await look.ended).toBe(0);
    expect(look.heard()).toMatch(/It is whole: \d+ rows/);

    const again = command("restore.mjs", { GLOSSATOR_DATA: to, DATABASE_URL: "" }, [path]);
    expect(await again.ended, again.heard()).toBe(0);
    const twice = command("restore.mjs", { GLOSSATOR_DATA: to, DATABASE_URL: "" }, [path]);
    expect(await twice.ended).toBe(1);
    expect(twice.heard()).toMatch(/only restored into an empty database/);
    const [one, other] = [await checkArchive(saved.whole), await checkArchive(path)];
    expect(other.tables.map(({ name, rows }) => [name, rows])).toEqual(
      one.tables.map(({ name, rows }) => [name, rows]),
    );
  } finally {
    for (const each of [from, to]) rmSync(each, { recursive: true, force: true });
  }
});

test.each([
  { when: "no file is named", script: "restore.mjs", args: [], says: "Name the backup" },
  { when: "there is no such file", script: "restore.mjs", args: ["none.tar"], says: "There is no " },
  { when: "there is no database", script: "backup.mjs", args: [], says: "There is no database in" },
])("a command says so when $when", async ({ script, args, says }) => {
  const { ended, heard } = command(script, { GLOSSATOR_DATA: join(saved.folder, "nothing"), DATABASE_URL: "" }, args);
  expect(await ended).toBe(1);
  expect(heard()).toContain(says);
});
