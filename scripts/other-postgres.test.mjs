import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, contentOf, restore, savedDatabase, shapeOf } from "./backup-fixture.mjs";
import { withClient } from "./database-client.mjs";
import { lackOfLetters } from "./database-letters.mjs";
import { findPostgres } from "./postgres-files.mjs";
import { own, placeOf } from "./postgres-place.mjs";
import { until } from "./process.mjs";
import { save } from "./save.mjs";

/** A backup goes from our server to one of another version, and back. Tried with every PostgreSQL 15 or newer on this machine. */

const home = "/usr/lib/postgresql";
const others = (existsSync(home) ? readdirSync(home) : []).filter(
  (major) => Number(major) >= 15 && existsSync(join(home, major, "bin", "initdb")),
);

/** A throw-away server of that version, without anything in it. @param {string} major */
async function startOther(major) {
  const files = { ...findPostgres(), bin: join(home, major, "bin") };
  const folder = mkdtempSync(join(tmpdir(), "glossator-other-"));
  const cluster = join(folder, "it");
  mkdirSync(cluster);
  for (const each of [folder, cluster]) {
    chmodSync(each, 0o700);
    own(each, files);
  }
  const place = placeOf(cluster, files);
  const args = ["-D", cluster, "-U", "glossator", "-A", "trust", "-E", "UTF8", "--locale=C", "--lc-ctype=C.UTF-8"];
  const made = spawnSync(join(files.bin, "initdb"), args, { ...place, encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  const options = { fsync: "off", listen_addresses: "", unix_socket_directories: folder };
  const settings = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(files.bin, "postgres"), ["-D", cluster, ...settings], { ...place, stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = async () => {
    server.kill("SIGQUIT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://glossator@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const answers = await until(() => ask(url, "select 1").then(Boolean, () => false), 15_000);
  if (answers) return { url, folder, stop };
  await stop();
  throw new Error(`PostgreSQL ${major} did not start.`);
}

/** Versions differ in what they list as a constraint: since 18 also that a column is never null. @param {string} url */
const comparable = async (url) => (await shapeOf(url)).filter(({ it }) => !/ NOT NULL \S+ true$/.test(it));

describe.skipIf(others.length === 0).each(others)("PostgreSQL %s", (major) => {
  /** @type {Awaited<ReturnType<typeof savedDatabase>>} */
  let saved;
  /** @type {Awaited<ReturnType<typeof startOther>>} */
  let other;
  beforeAll(async () => {
    // Whichever of them stands is stopped afterwards, also where the other failed.
    const [ours, theirs] = await Promise.allSettled([savedDatabase(), startOther(major)]);
    if (ours.status === "fulfilled") saved = ours.value;
    if (theirs.status === "fulfilled") other = theirs.value;
    for (const each of [ours, theirs]) if (each.status === "rejected") throw each.reason;
  });
  afterAll(async () => {
    await other?.stop();
    await saved?.stop();
  });

  test("gets every row, key, check, index, trigger and sequence, and its own backup is the same again", async () => {
    const [before, shape] = [await contentOf(saved.url), await comparable(saved.url)];
    await restore(other.url, saved.whole);
    expect(await contentOf(other.url)).toEqual(before);
    expect(await comparable(other.url)).toEqual(shape);
    expect(await withClient(other.url, lackOfLetters)).toBeUndefined();

    const back = join(saved.folder, "back.tar");
    const manifest = await save(other.url, back);
    expect(manifest.postgres).toMatch(new RegExp(`^${major}\\.`));
    await ask(saved.url, "create database back template template0");
    const url = new URL(saved.url);
    url.pathname = "/back";
    await restore(url.toString(), back);
    expect(await contentOf(url.toString())).toEqual(before);
  });
});
