import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeDataFolder } from "./database.mjs";
import { take } from "./lock.mjs";
import { migrate } from "./migrations.mjs";
import { startPostgres } from "./postgres.mjs";
import { isAlive, until } from "./process.mjs";
import { root } from "./root.mjs";
import { secretIn } from "./secret.mjs";

/** The supervisor's life, on a data folder that only its owner can enter, as on a clone made by root. */

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "glossator-supervised-"));
  chmodSync(folder, 0o700);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} url @param {string} sql */
async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

/** @param {string} url @param {string} sql */
async function askUntilItAnswers(url, sql) {
  let row;
  await until(async () => {
    row = await ask(url, sql).catch(() => undefined);
    return row !== undefined;
  }, 20_000);
  return row;
}

/** What anybody but its owner may read or write in a folder. @param {string} folder */
const openToOthers = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => (statSync(join(folder, name), { throwIfNoEntry: false })?.mode ?? 0) & 0o077,
  );

/** Runs a script in a process of its own, which waits until it is killed. @param {string} story @returns {Promise<{ child: import("node:child_process").ChildProcess, said: string }>} */
function elsewhere(story) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", story], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdout.once("data", (said) => resolve({ child, said: said.toString().trim() }));
  });
}

test("a cluster is made, kept from others, brought back after kill -9 with everything committed, and stopped", async () => {
  /** @type {string[]} */
  const said = [];
  const server = await startPostgres({ folder, say: (line) => said.push(line) });
  try {
    expect(await ask(server.url, "select current_user, rolsuper from pg_roles where rolname = current_user")).toEqual({
      current_user: "glossator",
      rolsuper: false,
    });
    expect(await ask(server.url, "show data_checksums")).toEqual({ data_checksums: "on" });
    expect(
      await ask(server.url, "select array_agg(distinct datctype || ' ' || datcollate) as locales from pg_database"),
    ).toEqual({ locales: ["C.UTF-8 C"] });
    const { release } = await takeDataFolder(folder);
    secretIn(folder);
    expect(openToOthers(folder)).toEqual([]);
    release();
    await ask(server.url, "create table kept as select 42 as answer");

    const before = server.pid();
    server.kill();
    expect(await askUntilItAnswers(server.url, "select answer from kept")).toEqual({ answer: 42 });
    expect(server.pid()).not.toBe(before);
    expect(said[0]).toMatch(/stopped unexpectedly/);
  } finally {
    await server.stop();
  }
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  expect(isAlive(server.pid())).toBe(false);
});

test("a server left behind by a killed parent is stopped cleanly and nothing is lost", async () => {
  const story = `
    import { startPostgres } from "./scripts/postgres.mjs";
    const server = await startPostgres({ folder: ${JSON.stringify(folder)} });
    console.log(server.url, server.pid());
    setInterval(() => undefined, 1000);`;
  const { child, said } = await elsewhere(story);
  const [url = "", pid] = said.split(" ");
  await ask(url, "create table kept as select 42 as answer");
  child.kill("SIGKILL");
  expect(isAlive(Number(pid))).toBe(true);

  const server = await startPostgres({ folder });
  try {
    expect(isAlive(Number(pid))).toBe(false);
    expect(await ask(server.url, "select answer from kept")).toEqual({ answer: 42 });
  } finally {
    await server.stop();
  }
});

test("a first start that died halfway begins again", async () => {
  mkdirSync(join(folder, "postgres.new", "base"), { recursive: true });
  writeFileSync(join(folder, "postgres.new", "PG_VERSION"), "18\n");
  writeFileSync(join(folder, "postgres.secret.new"), "half");
  const server = await startPostgres({ folder });
  await server.stop();
  expect(existsSync(join(folder, "postgres.new"))).toBe(false);
  expect(readFileSync(join(folder, "postgres.secret"), "utf8")).toHaveLength(64);
});

test("a data folder of another major version is refused and left alone", async () => {
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "17\n");
  await expect(startPostgres({ folder })).rejects.toThrow(/PostgreSQL 17.*nothing was changed/);
});

test("a migration and its row are one: a refused one leaves nothing, two at once apply it once", async () => {
  const server = await startPostgres({ folder, throwAway: true });
  const good = { name: "1_good", sql: "create table good (id int); insert into good values (1)", checksum: "a" };
  const bad = { name: "2_bad", sql: "create table bad (id int); select 1 / 0", checksum: "b" };
  try {
    const both = await Promise.all([migrate(server.url, [good]), migrate(server.url, [good])]);
    expect(both.flat()).toEqual(["1_good"]);
    await expect(migrate(server.url, [good, bad])).rejects.toThrow(/2_bad.*division by zero.*nothing was changed/);
    expect(await ask(server.url, "select to_regclass('bad') as bad, (select count(*)::int from good) as good")).toEqual(
      { bad: null, good: 1 },
    );
  } finally {
    await server.stop();
  }
});

test("a data folder has one user at a time, and the dead use nothing", async () => {
  const story = `
    import { takeDataFolder } from "./scripts/database.mjs";
    await takeDataFolder(${JSON.stringify(folder)});
    console.log("taken");
    setInterval(() => undefined, 1000);`;
  const { child } = await elsewhere(story);
  await expect(takeDataFolder(folder)).rejects.toThrow(
    new RegExp(`already running on .*process ${child.pid}.*GLOSSATOR_DATA`),
  );
  child.kill("SIGKILL");
  await until(() => child.signalCode !== null, 5000);
  const { release } = await takeDataFolder(folder);
  release();
});

test("a lock whose number now belongs to another process holds nothing", async () => {
  const path = join(folder, "lock");
  writeFileSync(path, JSON.stringify({ pid: process.ppid, birth: "1@another boot", parent: 1 }));
  const turn = await take(path);
  expect("release" in turn).toBe(process.platform === "linux");
});

test("a wrong setting is said before anything is done", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PORT: "nowhere", GLOSSATOR_DATA: folder },
  });
  expect({ status, lines: stderr.trim().split("\n").length }).toEqual({ status: 1, lines: 1 });
});
