import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { BrokenFile } from "@/domain/interchange/reader";
import { filesIn } from "@/server/import/annotated/files";
import { bytesSource } from "@/server/import/annotated/source";
import { BrokenZip } from "@/server/import/annotated/zip";

const zipped = (files: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

async function read(zip: Buffer): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const file of await filesIn([bytesSource("all.zip", zip)])) {
    all[file.name] = "";
    for await (const text of file.text()) all[file.name] += text;
  }
  return all;
}

/** A zip with one entry, whose directory says what it wants. */
function craft(name: string, text: string, said: { size?: number; count?: number } = {}): Buffer {
  const packed = deflateRawSync(text);
  const bytes = Buffer.from(name);
  const size = said.size ?? text.length;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(bytes.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(text), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(bytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(said.count ?? 1, 10);
  end.writeUInt32LE(46 + bytes.length, 12);
  end.writeUInt32LE(30 + bytes.length + packed.length, 16);
  return Buffer.concat([local, bytes, packed, entry, bytes, end]);
}

describe("an archive", () => {
  test("is read entry by entry, without what archivers add", async () => {
    const files = { "b/two.txt": "Zwei 😊", "a.txt": "one", "__MACOSX/._a.txt": "litter", ".DS_Store": "litter" };
    expect(await read(zipped(files))).toEqual({ "a.txt": "one", "b/two.txt": "Zwei 😊" });
  });

  test.each([["../up.txt"], ["a/../../up.txt"], ["/etc/passwd"], ["C:\\up.txt"], ["a//b.txt"]])(
    "with a file %s is refused",
    async (name) => {
      await expect(read(craft(name, "x"))).rejects.toThrow(BrokenZip);
    },
  );

  test("with too many entries, or one that is too large, is refused before it is unpacked", async () => {
    await expect(read(craft("a.txt", "x", { count: 20_000 }))).rejects.toThrow("20000 files");
    await expect(read(craft("a.txt", "x".repeat(5_000_000)))).rejects.toThrow("more than 1000 times");
  });

  test("whose entry unpacks to more than it says is refused while it does", async () => {
    await expect(read(craft("a.txt", "x".repeat(500), { size: 10 }))).rejects.toMatchObject({ why: "too-large" });
  });

  test("cut off anywhere is never read as if it were whole", async () => {
    const zip = zipped({ "a.txt": "one ".repeat(100), "b.txt": "two ".repeat(100) });
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), async (length) => {
        const error: unknown = await read(zip.subarray(0, length)).then(
          () => (length < 4 ? new BrokenZip("too short to be an archive") : undefined),
          (thrown: unknown) => thrown,
        );
        expect(error instanceof BrokenZip || error instanceof BrokenFile).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("with changed bytes is read as it was or not at all", async () => {
    const files = { "a.txt": "one ".repeat(100), "b.txt": "two ".repeat(100) };
    const zip = zipped(files);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(zip);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        const got: unknown = await read(changed).catch((thrown: unknown) => thrown);
        const known = got instanceof BrokenZip || got instanceof BrokenFile;
        if (!known) expect(Object.values(files)).toEqual(expect.arrayContaining(Object.values(got ?? {})));
      }),
      { numRuns: 200 },
    );
  });
});
