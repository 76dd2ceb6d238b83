import { decode } from "@msgpack/msgpack";
import { unzlibSync } from "fflate";
import { expect, test } from "vitest";
import { filesOf } from "@/domain/formats/round-trip.fixture";
import { aDataset } from "@/domain/formats/sample.fixture";
import { murmur64, stringNumber } from "@/domain/formats/spacy/hash";
import { spacy } from "@/domain/formats/spacy/spacy";

test.each([
  { text: "coffee", number: 3197928453018144401n },
  { text: "PERSON", number: 380n },
  { text: "case", number: 8110129090154140942n },
  { text: "", number: 0n },
])("spaCy knows “$text” as $number", ({ text, number }) => {
  expect(stringNumber(text)).toBe(number);
});

test("hashes texts of every length", () => {
  const encoder = new TextEncoder();
  const hashes = Array.from({ length: 40 }, (_, length) => murmur64(encoder.encode("x".repeat(length))));
  expect(new Set(hashes).size).toBe(40);
});

test("a corpus is split by the report’s id, and its files are MessagePack in zlib with what spaCy asks for", async () => {
  const [corpus] = spacy.files;
  if (!corpus) throw new Error("No corpus.");
  const { files } = await filesOf(corpus, aDataset());
  expect(files.map(({ name }) => name)).toEqual([
    "corpus/train/0001.spacy",
    "corpus/dev/0001.spacy",
    "corpus/test/0001.spacy",
  ]);
  const lengths: number[] = [];
  for (const file of files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.bytes()) pieces.push(piece);
    const read: unknown = decode(unzlibSync(new Uint8Array(Buffer.concat(pieces))));
    expect(Object.keys(read ?? {})).toEqual(
      expect.arrayContaining([
        "attrs",
        "tokens",
        "spaces",
        "lengths",
        "strings",
        "cats",
        "flags",
        "span_groups",
        "user_data",
      ]),
    );
    lengths.push((read as { cats: unknown[] }).cats.length);
  }
  expect(lengths.reduce((sum, each) => sum + each, 0)).toBe(1);
});
