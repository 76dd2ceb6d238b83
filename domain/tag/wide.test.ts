import { expect, test } from "vitest";
import { isWide } from "@/domain/tag/wide";

test.each([
  { kind: "place", paragraphs: 1, words: 2, wide: false },
  { kind: "place", paragraphs: 1, words: 25, wide: false },
  { kind: "place", paragraphs: 1, words: 26, wide: true },
  { kind: "place", paragraphs: 2, words: 4, wide: true },
  { kind: "source", paragraphs: 9, words: 300, wide: true },
  { kind: "claim", paragraphs: 1, words: 60, wide: false },
  { kind: "claim", paragraphs: 3, words: 180, wide: false },
  { kind: "claim", paragraphs: 4, words: 40, wide: true },
  { kind: "claim", paragraphs: 1, words: 201, wide: true },
  { kind: "label:quotation", paragraphs: 3, words: 150, wide: false },
  { kind: "label:quotation", paragraphs: 9, words: 400, wide: true },
])("a $kind over $paragraphs paragraphs and $words words: $wide", ({ kind, wide, ...extent }) => {
  expect(isWide(kind, extent)).toBe(wide);
});
