import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { jsonl } from "@/domain/formats/jsonl";
import { type Native, readNative, wholenessOf } from "@/domain/formats/native/read";
import { nativeReader } from "@/domain/formats/native/reader";
import { documentsOf, filesOf, hash, readBy, sent, textOf } from "@/domain/formats/round-trip.fixture";
import { aDataset } from "@/domain/formats/sample.fixture";
import { BrokenFile } from "@/domain/interchange/reader";

let text: string;
beforeAll(async () => {
  const [file] = jsonl.files;
  if (!file) throw new Error("The format has no file.");
  text = await textOf((await filesOf(file, aDataset(), { comments: true })).files[0]);
});

const bytesOf = (content: string) => new TextEncoder().encode(content);

/** What is read until the end, or until the file can't be read on. */
async function read(content: Uint8Array | string): Promise<{ found: Native[]; broken?: BrokenFile }> {
  const found: Native[] = [];
  try {
    for await (const each of readNative(sent("a.jsonl", content))) found.push(each);
    return { found };
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { found, broken: error };
  }
}

const damageOf = async (content: Uint8Array | string) =>
  (
    await wholenessOf(sent("a.jsonl", content), hash()).catch((error: unknown) => {
      if (error instanceof BrokenFile) return { damage: error };
      throw error;
    })
  ).damage;

const kinds = (found: readonly Native[]) => new Set(found.map(({ is }) => is));

describe("a file of our own", () => {
  test("is read report by report, with everything that it says", async () => {
    const { found, broken } = await read(text);
    expect(broken).toBeUndefined();
    expect(kinds(found)).toEqual(new Set(["header", "codebook", "person", "entity", "bundle"]));
    expect(await damageOf(text)).toBeUndefined();
    const documents = documentsOf(await readBy(nativeReader, [sent("a.jsonl", text)]));
    expect(documents.length).toBe(found.filter(({ is }) => is === "bundle").length);
  });

  test("of version 1 is read as well", async () => {
    const version1 = readFileSync(join(import.meta.dirname, "..", "version-1.fixture.jsonl"), "utf8");
    const { found, broken } = await read(version1);
    expect(broken).toBeUndefined();
    const [bundle] = found.flatMap((each) => (each.is === "bundle" ? [each.bundle] : []));
    expect([bundle?.annotations.length, bundle?.relations.length, bundle?.threads.length]).toEqual([4, 2, 1]);
    expect(await damageOf(version1)).toBeUndefined();
  });

  test("that is cut off anywhere is known to be, and nothing half is handed out", async () => {
    const bytes = bytesOf(text.trimEnd());
    const all = (await read(text)).found.filter(({ is }) => is === "bundle");
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        const cut = bytes.subarray(0, length);
        expect(await damageOf(cut)).toBeInstanceOf(BrokenFile);
        const { found, broken } = await read(cut);
        expect(broken).toBeInstanceOf(BrokenFile);
        expect(found.filter(({ is }) => is === "bundle").length).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: 60 },
    );
  });

  test("in which anything before its end was changed is known to be", async () => {
    const bytes = bytesOf(text);
    const end = bytesOf(text.slice(0, text.lastIndexOf('{"record":"end"'))).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(end - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = bytes.slice();
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        expect(await damageOf(changed)).toBeInstanceOf(BrokenFile);
        await read(changed);
      }),
      { numRuns: 150 },
    );
  });

  test("sets one broken record aside by its line, and takes the others", async () => {
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.startsWith('{"record":"annotation"'));
    const before = (await read(text)).found;
    lines[at] = (lines[at] ?? "").slice(0, 30);
    const { found } = await read(lines.join("\n"));
    const asides = found.flatMap((each) => (each.is === "set-aside" ? [each.aside] : []));
    expect(asides).toMatchObject([{ spot: { file: "a.jsonl", line: at + 1 }, trouble: { is: "syntax" } }]);
    expect(found.filter(({ is }) => is === "bundle")).toHaveLength(before.filter(({ is }) => is === "bundle").length);
  });
});
