import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ask, contentOf } from "./backup-fixture.mjs";
import { withClient } from "./database-client.mjs";
import { giveLetters, lackOfLetters } from "./database-letters.mjs";
import { migrate } from "./migrations.mjs";
import { startPostgres } from "./postgres.mjs";
import { makeCluster } from "./postgres-cluster.mjs";
import { findPostgres } from "./postgres-files.mjs";
import { aboutLocale, beside, makeWithLetters } from "./postgres-letters.mjs";
import { secretIn } from "./secret.mjs";
import { seedDemo } from "./stack.mjs";

/** Databases know the letters of every script; one from before is copied into one that does, and nothing is lost. */

const trigrams = "select array_length(show_trgm('حلب'), 1) as found";

/** @type {Awaited<ReturnType<typeof startPostgres>>} */
let server;
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "glossator-letters-"));
  // A cluster as every version up to 0.2.0 made it.
  await makeCluster(realpathSync(folder), findPostgres(), secretIn(folder, "postgres.secret"), []);
  server = await startPostgres({ folder, throwAway: true, passing: true });
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string} sql */
const asAdmin = (sql, database = "postgres") => ask(beside(server.adminUrl, database), sql);
const databases = async () =>
  (await asAdmin("select datname from pg_database where not datistemplate order by 1")).map(({ datname }) => datname);

/** The app's database as versions up to 0.2.0 made it, with the demo in it. */
async function fromBefore() {
  await asAdmin("drop database glossator with (force)");
  await asAdmin("create database glossator owner glossator template template0 lc_ctype 'C'");
  await migrate(server.url);
}

const say = vi.fn();
beforeEach(() => say.mockReset());

test("a new database has trigrams of Arabic, keeps punctuation out of words, and sorts and folds as before", async () => {
  const lettersOf = "select datname, datctype from pg_database where datname in ('glossator', 'template1') order by 1";
  expect(await asAdmin(lettersOf)).toEqual([
    { datname: "glossator", datctype: "C.UTF-8" },
    { datname: "template1", datctype: "C" },
  ]);
  await asAdmin("create extension if not exists pg_trgm", "glossator");
  expect(await ask(server.url, trigrams)).toEqual([{ found: 4 }]);
  expect(
    await ask(
      server.url,
      `select to_tsvector('simple', 'حلب، – “Ідліб”')::text as words, array(select x from unnest(array['é', 'z', 'Z', 'ß', 'ع']) as x order by x) as sorted, upper('ł') as upper`,
    ),
  ).toEqual([{ words: "'ідліб':2 'حلب':1", sorted: ["Z", "z", "ß", "é", "ع"], upper: "Ł" }]);
});

test("where the usual locale is missing, the first that works is taken, and named", async () => {
  await withClient(server.adminUrl, async (admin) => {
    const locale = await makeWithLetters(admin, "elsewhere", ["xx_XX.UTF-8", "C.utf8"]);
    expect(aboutLocale(locale)).toMatch(/no locale C\.UTF-8.*from C\.utf8/);
    expect(aboutLocale(await makeWithLetters(admin, "nowhere", ["xx_XX.UTF-8"]))).toMatch(/no UTF-8 locale.*install/);
  });
  for (const name of ["elsewhere", "nowhere"]) await asAdmin(`drop database ${name}`);
});

test("a server of one's own that lacks letters is named with what to do, and one that has them is not", async () => {
  await asAdmin("create database lacking template template0 lc_ctype 'C'");
  expect(await withClient(beside(server.adminUrl, "lacking"), lackOfLetters)).toMatch(
    /database lacking at DATABASE_URL.*LC_CTYPE C,.*npm run backup.*--lc-ctype C\.UTF-8.*npm run restore/,
  );
  await asAdmin("drop database lacking");
  expect(await withClient(server.url, lackOfLetters)).toBeUndefined();
});

test("one from before is copied whole, sign-ins and history included, and the old one goes", async () => {
  await fromBefore();
  await seedDemo(server.url);
  await ask(server.url, "insert into probe (id, filler) values (1, '\\x00ff')");
  const everything = () =>
    Promise.all([
      contentOf(server.url),
      ask(server.url, "select id, txid from entry order by id"),
      ask(server.url, "select * from _prisma_migrations order by id"),
      ask(server.url, "select filler from probe"),
      ask(server.url, "select sequencename, last_value from pg_sequences order by 1"),
      ask(server.url, "select indexdef from pg_indexes where schemaname = 'public' order by 1"),
    ]);
  const before = await everything();
  await giveLetters(server, { say });
  expect(say.mock.calls).toEqual([[expect.stringMatching(/^Copied and compared \d+ rows; C\.UTF-8/)]]);
  expect(await everything()).toEqual(before);
  expect(await databases()).toEqual(["glossator", "postgres"]);
  await asAdmin("create extension if not exists pg_trgm", "glossator");
  expect(await ask(server.url, trigrams)).toEqual([{ found: 4 }]);
  await expect(ask(server.url, "delete from entry")).rejects.toThrow();

  say.mockReset();
  await giveLetters(server, { say });
  expect(say).not.toHaveBeenCalled();
});

test.each([
  {
    when: "it holds something that nobody's migration made",
    prepare: () => ask(server.url, "create table theirs (a int); insert into theirs values (42)"),
    says: /do not make \(public theirs\), so it is left as it is/,
  },
  { when: "no locale works", locales: ["xx_XX.UTF-8"], says: /no UTF-8 locale/ },
])("it stays as it is, with a word, when $when", async ({ prepare, locales, says }) => {
  await fromBefore();
  await prepare?.();
  await giveLetters(server, { say, ...(locales ? { locales } : {}) });
  expect(say.mock.calls).toEqual([[expect.stringMatching(says)]]);
  expect(await databases()).toEqual(["glossator", "postgres"]);
  if (prepare) expect(await ask(server.url, "select a from theirs")).toEqual([{ a: 42 }]);
});

test("somebody who is using it goes on using it, and it is copied the next time", async () => {
  await fromBefore();
  await withClient(server.url, async (client) => {
    await giveLetters(server, { say });
    expect(say.mock.calls).toEqual([[expect.stringMatching(/in use/)]]);
    await client.query("select 1");
  });
  say.mockReset();
  await giveLetters(server, { say });
  expect(say.mock.calls).toEqual([[expect.stringMatching(/^Copied/)]]);
});

test("what an attempt that was killed left behind goes at the next start, which lets everybody in again", async () => {
  await asAdmin("create database glossator_copy");
  await asAdmin("create database glossator_before");
  await asAdmin("alter database glossator connection limit 0");
  await server.stop();
  server = await startPostgres({ folder, throwAway: true, passing: true });
  expect(await databases()).toEqual(["glossator", "postgres"]);
  expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
});
