import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, contentOf, emptyDatabase, restore, savedDatabase, shapeOf, tablesIn } from "./backup-fixture.mjs";
import { migrate, migrationsIn } from "./migrations.mjs";
import { save } from "./save.mjs";

/** A backup brings everything back, into an empty database, up to date. */

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

describe("what comes back", () => {
  test("is every row of every table, with every key, check, index, trigger and sequence", async () => {
    const url = await emptyDatabase(saved.url);
    const { manifest, since } = await restore(url, saved.whole);
    const before = await contentOf(saved.url);
    expect(Object.keys(before).filter((name) => before[name]?.length === 0)).toEqual([]);
    expect(await contentOf(url)).toEqual(before);
    expect(await shapeOf(url)).toEqual(await shapeOf(saved.url));
    expect(since).toEqual([]);
    expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual(
      Object.entries(before).map(([name, rows]) => [name, rows.length]),
    );
  });

  test("has no sign-in that is open, no secret of one, and the keys of what waits in browsers", async () => {
    const url = await emptyDatabase(saved.url);
    await restore(url, saved.whole);
    const [open] = await ask(
      url,
      "select count(*) filter (where ended_at is null)::int as open, count(*)::int as all, bool_and(outbox_key = '\\x00ff0a5c') as keys, bool_or(secret_hash = sha256(convert_to('secret' || user_id, 'UTF8'))) as secret from session",
    );
    expect(open).toEqual({ open: 0, all: 4, keys: true, secret: false });
  });

  test("is shown to those who follow the history, and the next entry comes after it", async () => {
    const url = await emptyDatabase(saved.url);
    await restore(url, saved.whole);
    const [{ hidden }] = await ask(
      url,
      "select count(*)::int as hidden from entry where txid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
    );
    expect(hidden).toBe(0);
    const [{ next, last }] = await ask(
      url,
      "select nextval('entry_id_seq')::int as next, (select max(id)::int from entry) as last",
    );
    expect(next).toBeGreaterThan(last);
    await expect(ask(url, "delete from entry")).rejects.toThrow();
    await expect(ask(url, "delete from users")).rejects.toThrow(/foreign key/);
  });

  test("is one moment of a database that people go on writing to", async () => {
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1) {
        await ask(
          saved.url,
          `with u as (insert into users (id, email, name) values (gen_random_uuid(), 'w${n}@example.org', 'w') returning id)
           insert into workspace_member (workspace_id, user_id, role) select (select id from workspace limit 1), id, 'member' from u`,
        );
      }
    })();
    try {
      await save(saved.url, path);
    } finally {
      writing = false;
      await writer;
    }
    const url = await emptyDatabase(saved.url);
    await restore(url, path);
    const [{ alone }] = await ask(
      url,
      "select count(*)::int as alone from users u where name = 'w' and not exists (select from workspace_member where user_id = u.id)",
    );
    expect(alone).toBe(0);
    await ask(
      saved.url,
      "delete from workspace_member where user_id in (select id from users where name = 'w'); delete from users where name = 'w'",
    );
  });
});

describe("an older or newer schema", () => {
  test("of an older version is brought up to date, with its rows", async () => {
    const known = migrationsIn();
    const old = await emptyDatabase(saved.url);
    await migrate(old, known.slice(0, 4));
    await ask(old, "insert into users (id, email, name) values (gen_random_uuid(), 'old@example.org', 'Old')");
    await save(old, path);
    const url = await emptyDatabase(saved.url);
    const { since } = await restore(url, path);
    expect(since).toEqual(known.slice(4));
    expect(await migrate(url)).toEqual([]);
    expect(await ask(url, "select email from users")).toEqual([{ email: "old@example.org" }]);
    expect(await shapeOf(url)).toEqual(
      (await shapeOf(saved.url)).map((it) => ({ it: expect.stringContaining(it.it.replace(/ \d+$/, "")) })),
    );
  });

  test.each([
    {
      when: "the backup is newer",
      known: () => migrationsIn().slice(0, -1),
      says: /newer version of Glossator made this backup.*nothing was changed/i,
    },
    {
      when: "a migration is another one",
      known: () => migrationsIn().map((each, at) => (at === 2 ? { ...each, checksum: "0" } : each)),
      says: /another migration.*nothing was changed/i,
    },
    {
      when: "a newer migration fails on the rows",
      known: () => [
        ...migrationsIn(),
        { name: "99999999999999_fails", sql: "create table later (a int); select 1 / 0", checksum: "1" },
      ],
      says: /nothing was kept of it/,
    },
  ])("is refused when $when", async ({ known, says }) => {
    const url = await emptyDatabase(saved.url);
    await expect(restore(url, saved.whole, known())).rejects.toThrow(says);
    expect(await tablesIn(url)).toBe(0);
  });
});

describe("a database that is not empty", () => {
  test.each([
    { when: "it was used", fill: (/** @type {string} */ url) => migrate(url) },
    {
      when: "somebody else has a table there",
      fill: (/** @type {string} */ url) => ask(url, "create table theirs (a int)"),
    },
  ])("is left alone when $when", async ({ fill }) => {
    const url = await emptyDatabase(saved.url);
    await fill(url);
    const before = await tablesIn(url);
    await expect(restore(url, saved.whole)).rejects.toThrow(
      /only restored into an empty database.*nothing was changed/,
    );
    expect(await tablesIn(url)).toBe(before);
  });

  test("of nobody is no backup", async () => {
    await expect(save(await emptyDatabase(saved.url), path)).rejects.toThrow(/nothing to save/);
    expect(readdirSync(saved.folder)).toEqual(["whole.tar"]);
  });
});
