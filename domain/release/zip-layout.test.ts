import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipLayout } from "@/domain/release/zip-layout";

const named = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-zق]{1,12}\.csv$/u), text: fc.string({ unit: "grapheme" }) }),
  {
    selector: ({ name }) => name,
    maxLength: 5,
  },
);

test("an archive is what its files are, and as long as was said", () => {
  fc.assert(
    fc.property(named, (files) => {
      const contents = files.map(({ text }) => Buffer.from(text));
      const packed = contents.map((bytes) => deflateRawSync(bytes));
      const { stretches, length } = zipLayout(
        files.map(({ name }, nth) => ({
          name,
          bytes: contents[nth]?.length ?? 0,
          packed: packed[nth]?.length ?? 0,
          crc32: crc32(contents[nth] ?? ""),
        })),
      );
      const parts = stretches.map((each) => (each.is === "own" ? each.bytes : (packed[each.nth] ?? new Uint8Array())));
      const archive = Buffer.concat(parts);
      expect(archive.length).toBe(length);
      const read = Object.entries(unzipSync(archive)).map(([name, bytes]) => ({
        name,
        text: Buffer.from(bytes).toString(),
      }));
      expect(read).toEqual(files);
    }),
  );
});
