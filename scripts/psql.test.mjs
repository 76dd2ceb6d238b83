import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./root.mjs";
import { startDatabase } from "./stack.mjs";

/** `npm run -s glossator -- psql`: the system's psql on the database, reading only. */

const isInstalled = spawnSync("psql", ["--version"]).status === 0;

let folder = "";
/** @type {import("./postgres.mjs").Postgres} */
let server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "glossator-psql-"));
  server = await startDatabase({ dataFolder: folder });
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string[]} args @param {Record<string, string>} [env] */
const psql = (args, env = {}) =>
  spawnSync(process.execPath, [join(root, "scripts", "glossator.mjs"), "psql", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: server.url, GLOSSATOR_DATA: folder, ...env },
  });

test.skipIf(!isInstalled)("it prints what was asked, and changes nothing unless it is told to", () => {
  expect(psql(["-Atc", "select count(*) from workspace"])).toMatchObject({ status: 0, stdout: "0\n" });
  const slip = psql(["-c", "delete from workspace"]);
  expect(slip.status).toBe(1);
  expect(slip.stderr).toContain("read-only transaction");
  expect(psql(["-qc", "set default_transaction_read_only = off", "-c", "delete from workspace"]).status).toBe(0);
});

test("where there is no psql, it says how to get it", () => {
  const { status, stderr } = psql([], { PATH: dirname(join(folder, "nowhere")) });
  expect(status).toBe(1);
  expect(stderr).toContain("psql is not installed: install it");
});

test("a slow statement is in the log, without its values", () => {
  execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import pg from "pg";
     const client = new pg.Client({ connectionString: ${JSON.stringify(server.url)} });
     await client.connect();
     await client.query("select pg_sleep(1.1), $1::text", ["a clerk said"]);
     await client.end();`,
    ],
    { cwd: root },
  );
  const log = readFileSync(join(folder, "postgres.log"), "utf8");
  expect(log).toContain("select pg_sleep(1.1), $1::text");
  expect(log).not.toContain("a clerk said");
});
