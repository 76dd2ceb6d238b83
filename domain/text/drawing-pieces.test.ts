import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { drawingPieces } from "./drawing-pieces";
import { codePoint, codePointLength } from "./offsets";

const block = (text: string, start = 0) => ({
  text,
  start: codePoint(start),
  end: codePoint(start + codePointLength(text)),
});

test.each([
  { when: "short enough", text: "One. Two.", limit: 9, pieces: ["One. Two."] },
  { when: "cut between sentences", text: "One. Two. Three.", limit: 11, pieces: ["One. Two. ", "Three."] },
  {
    when: "not cut after an abbreviation",
    text: "It fell. The U.S. Army left.",
    limit: 20,
    pieces: ["It fell. ", "The U.S. Army left."],
  },
  { when: "cut between words", text: "one two three", limit: 9, pieces: ["one two ", "three"] },
  { when: "cut between characters", text: "👨‍👩‍👧👨‍👩‍👧", limit: 9, pieces: ["👨‍👩‍👧", "👨‍👩‍👧"] },
  { when: "one character longer than the limit", text: "👨‍👩‍👧a", limit: 3, pieces: ["👨‍👩‍👧", "a"] },
])("$when", ({ text, limit, pieces }) => {
  expect(drawingPieces(block(text), limit).map((piece) => piece.text)).toEqual(pieces);
});

test("the pieces of any block give the block, at its positions, without a gap", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), fc.nat(1000), (text, limit, start) => {
      const whole = block(text, start);
      const pieces = drawingPieces(whole, limit);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      let last = whole.start;
      for (const piece of pieces) {
        expect(piece.start).toBe(last);
        expect(piece.end - piece.start).toBe(codePointLength(piece.text));
        last = piece.end;
      }
      expect(last).toBe(whole.end);
    }),
  );
});
