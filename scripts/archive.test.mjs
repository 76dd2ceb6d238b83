import { spawn } from "node:child_process";
import { appendFileSync, copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkArchive } from "./archive.mjs";
import { emptyDatabase, restore, savedDatabase, tablesIn } from "./backup-fixture.mjs";
import { leftOut } from "./backup-tables.mjs";
import { save } from "./save.mjs";
import { fileOf, filesIn } from "./tar.mjs";

/** A backup that is not whole is refused before anything is written. */

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

describe("an archive", () => {
  test("is a tar file as every tool reads it, for its owner alone", async () => {
    expect(statSync(saved.whole).mode & 0o777).toBe(0o600);
    const names = [];
    for await (const { name } of filesIn(saved.whole)) names.push(name);
    const tar = spawn("tar", ["-tf", saved.whole]);
    let heard = "";
    tar.stdout.on("data", (chunk) => {
      heard += chunk;
    });
    expect(await new Promise((resolve) => tar.once("close", resolve))).toBe(0);
    expect(heard.trim().split("\n")).toEqual(names);
    expect(names.filter((name) => leftOut.some((table) => name.startsWith(`data/${table}/`)))).toEqual([]);
  });

  test("is refused, or reads the same, whichever byte of it changes", async () => {
    const bytes = readFileSync(saved.whole);
    const manifest = await checkArchive(saved.whole);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ by;
          writeFileSync(path, changed);
          const outcome = await checkArchive(path).catch((error) => error.message);
          if (typeof outcome === "string")
            expect(outcome).toMatch(/can't be restored: .*\. Nothing was changed; use another backup\./);
          else expect(outcome).toEqual(manifest);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("is refused wherever it is cut off", async () => {
    const bytes = readFileSync(saved.whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1024 }), async (length) => {
        writeFileSync(path, bytes.subarray(0, length));
        await expect(checkArchive(path)).rejects.toThrow(/can't be restored/);
      }),
      { numRuns: 60 },
    );
  });

  /** @type {{ when: string, make: () => Promise<void> | void, says: RegExp }[]} */
  const refused = [
    { when: "it is empty", make: () => writeFileSync(path, ""), says: /incomplete/ },
    { when: "it is something else", make: () => writeFileSync(path, "a letter\n".repeat(200)), says: /not a backup/ },
    { when: "a part is missing", make: () => rebuilt((files) => files.slice(1)), says: /data\/.* is missing/ },
    {
      when: "two parts are exchanged",
      make: () =>
        rebuilt(([one, other, ...rest]) =>
          one && other ? [{ ...one, content: other.content }, { ...other, content: one.content }, ...rest] : [],
        ),
      says: /was changed or damaged/,
    },
    {
      when: "something was added",
      make: () => rebuilt((files) => [{ name: "data/users/9.copy.gz", content: Buffer.from("x") }, ...files]),
      says: /does not belong to it/,
    },
    {
      when: "its list was edited",
      make: () =>
        rebuilt((files) =>
          files.map((each) =>
            each.name === "manifest.json"
              ? { ...each, content: Buffer.from(each.content.toString().replace("users", "tag")) }
              : each,
          ),
        ),
      says: /list of contents was changed/,
    },
  ];
  test.each(refused)("is refused before anything is written when $when", async ({ make, says }) => {
    await make();
    const url = await emptyDatabase(saved.url);
    await expect(restore(url, path)).rejects.toThrow(says);
    await expect(restore(url, path)).rejects.toThrow(/Nothing was changed/);
    expect(await tablesIn(url)).toBe(0);
  });

  /** @param {(files: { name: string, content: Buffer }[]) => { name: string, content: Buffer }[]} change */
  async function rebuilt(change) {
    const files = [];
    for await (const file of filesIn(saved.whole)) files.push(file);
    writeFileSync(path, "");
    for (const { name, content } of change(files)) appendFileSync(path, fileOf(name, content, new Date(0)));
    appendFileSync(path, Buffer.alloc(1024));
  }

  test("is never written over", async () => {
    copyFileSync(saved.whole, path);
    await expect(save(saved.url, path)).rejects.toThrow(/already a file.*another name/);
    expect(readFileSync(path).equals(readFileSync(saved.whole))).toBe(true);
    await expect(save(saved.url, join(saved.folder, "nowhere", "a.tar"))).rejects.toThrow(/no folder/);
  });
});
