import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointLength } from "@/domain/text/offsets";
import { blocked, joined, masked, maskedWhole } from "./mask";

test.each([
  { text: "the doctor said", ranges: [{ start: 4, end: 10 }], is: "the ██████ said" },
  { text: "😊😊b", ranges: [{ start: 1, end: 2 }], is: "😊█b" },
  { text: "abc", ranges: [], is: "abc" },
  { text: "abc", ranges: [{ start: 2, end: 99 }], is: "ab█" },
  { text: "abc", ranges: [{ start: -4, end: 1 }], is: "█bc" },
  { text: "a\nb", ranges: [{ start: 0, end: 3 }], is: "███" },
])("$text with $ranges is $is", ({ text, ranges, is }) => {
  expect(masked(text, ranges)).toBe(is);
});

test("as long as before in code points, blocked where it is protected, and every other character as it was", () => {
  const range = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), fc.array(range), (text, ranges) => {
      const out = [...masked(text, ranges)];
      const before = [...text];
      const hidden = (at: number) => ranges.some(({ start, end }) => start <= at && at < end);
      expect(out).toEqual(before.map((letter, at) => (hidden(at) ? blocked : letter)));
    }),
  );
});

test("ranges that meet are one", () => {
  expect(
    joined(
      [
        { start: 4, end: 6 },
        { start: 1, end: 4 },
        { start: 8, end: 8 },
        { start: 9, end: 30 },
      ],
      12,
    ),
  ).toEqual([
    { start: 1, end: 6 },
    { start: 9, end: 12 },
  ]);
});

test("a whole text", () => {
  expect(codePointLength(maskedWhole("a😊 b"))).toBe(4);
  expect(maskedWhole("")).toBe("");
});
