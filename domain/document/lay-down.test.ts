import fc from "fast-check";
import { expect, test } from "vitest";
import type { BlockShape } from "@/domain/text/block-shape";
import { blocksOf, joinBlocks } from "@/domain/text/blocks";
import { canonicalText } from "@/domain/text/canonical";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";
import { layDown } from "./lay-down";
import type { Piece } from "./piece";
import { type Mark, TextRange } from "./range";

const plain = (text: string): Piece => ({
  shape: { type: "paragraph", attributes: {} },
  inlines: [{ text, marks: [] }],
});

test("what separates blocks stands between them, so that the text reads as the document does", () => {
  const shaped = (shape: BlockShape, text: string): Piece => ({ shape, inlines: [{ text, marks: [] }] });
  const item = (depth: number, marker: string) =>
    ({ type: "list-item", attributes: { kind: "ordered", depth, marker } }) as const;
  const cell = (row: number, column: number) => ({ type: "table-cell", attributes: { row, column } }) as const;
  const { text } = layDown([
    shaped({ type: "heading", attributes: { level: 1 } }, " Title "),
    plain("Words."),
    shaped(item(1, "3."), "three"),
    shaped(item(2, "a)"), "inner"),
    shaped(cell(1, 1), "Place"),
    shaped(cell(1, 3), "Dead"),
    shaped(cell(2, 1), "Hama"),
    plain("  \n "),
    shaped({ type: "quote", attributes: { depth: 1 } }, "Quoted."),
    shaped({ type: "footnote", attributes: { marker: "1" } }, "By phone."),
  ]);
  expect(text).toBe("Title\n\nWords.\n\n3. three\n  a) inner\n\nPlace\t\tDead\nHama\n\n> Quoted.\n\n[1] By phone.");
});

test.each<{ when: string; pieces: Piece[]; marked: string[] }>([
  {
    when: "the same mark on words that follow each other is one range",
    pieces: [
      {
        shape: { type: "paragraph", attributes: {} },
        inlines: [
          { text: " a", marks: [{ is: "bold" }] },
          { text: "𝔟", marks: [{ is: "bold" }, { is: "italic" }] },
          { text: " c ", marks: [] },
        ],
      },
    ],
    marked: ["bold a𝔟", "italic 𝔟"],
  },
  {
    when: "a page goes on in the next block, emphasis does not",
    pieces: ["one", "two"].map((text) => ({
      shape: { type: "paragraph", attributes: {} },
      inlines: [{ text, marks: [{ is: "page", label: "7" }, { is: "bold" }] }],
    })),
    marked: ["page one\n\ntwo", "bold one", "bold two"],
  },
  {
    when: "an undone hyphen stands where the word was joined",
    pieces: [
      {
        shape: { type: "paragraph", attributes: {} },
        inlines: [
          { text: "posi", marks: [] },
          { text: "", marks: [{ is: "hyphen", was: "-\n" }] },
          { text: "tions", marks: [] },
        ],
      },
    ],
    marked: ["hyphen "],
  },
])("$when", ({ pieces, marked }) => {
  const { text, ranges } = layDown(pieces);
  const told = ranges.map((each) => `${each.is} ${sliceCodePoints(text, codePoint(each.start), codePoint(each.end))}`);
  expect(told).toEqual(marked);
});

const mark = fc.constantFrom<Mark>({ is: "bold" }, { is: "page", label: "1" }, { is: "time", from: 0, to: 5 });
const inline = fc.record({
  text: fc.string({ unit: "binary", maxLength: 12 }),
  marks: fc.array(mark, { maxLength: 2 }),
});
const shape = fc.constantFrom<BlockShape>(
  { type: "paragraph", attributes: {} },
  { type: "list-item", attributes: { kind: "bullet", depth: 2, marker: "-" } },
  { type: "table-cell", attributes: { row: 1, column: 2 } },
);

test("whatever comes, the text can be kept, its blocks join to it, and every range lies in it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ shape, inlines: fc.array(inline, { maxLength: 4 }) }), { maxLength: 8 }),
      (pieces) => {
        const { text, runs, ranges } = layDown(pieces);
        const canonical = canonicalText(text);
        expect(canonical).toMatchObject({ ok: true, text });
        const { blocks, tail } = blocksOf(text, runs);
        expect(joinBlocks(blocks, tail)).toBe(text);
        for (const block of blocks) expect(block.text.trim()).toBe(block.text);
        const length = [...text].length;
        for (const range of ranges) {
          TextRange.parse(range);
          expect(range.start <= range.end && range.end <= length).toBe(true);
        }
      },
    ),
  );
});
