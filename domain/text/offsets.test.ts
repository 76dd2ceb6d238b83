import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { codePoint, codePointLength, offsetIndex, sliceCodePoints, utf16 } from "./offsets";
import reference from "./reference-strings.json";

describe.each(reference.strings)("$name", (string) => {
  test("has the length that was counted elsewhere", () => {
    expect(codePointLength(string.text)).toBe(string.codePoints);
    expect(offsetIndex(string.text).length).toBe(string.codePoints);
    expect(string.text.length).toBe(string.utf16);
  });

  test.each(string.quotes ?? [])(
    "has $quote at its place in both units",
    ({ quote, codePoint: points, utf16: units }) => {
      const [start = 0, end = 0] = points;
      const index = offsetIndex(string.text);
      expect(sliceCodePoints(string.text, codePoint(start), codePoint(end))).toBe(quote);
      expect([index.toUtf16(codePoint(start)), index.toUtf16(codePoint(end))]).toEqual(units);
      expect(units.map((unit) => index.toCodePoint(utf16(unit)))).toEqual(points);
    },
  );
});

test("a position and its conversion are inverse at every character border of any text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const index = offsetIndex(text);
      const characters = [...text];
      let units = 0;
      for (let points = 0; points <= characters.length; points += 1) {
        expect(index.toUtf16(codePoint(points))).toBe(units);
        expect(index.toCodePoint(utf16(units))).toBe(points);
        units += characters[points]?.length ?? 0;
      }
      expect(index.length).toBe(characters.length);
      expect(codePointLength(text)).toBe(characters.length);
    }),
  );
});

test("a slice is what iterating over characters gives", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const characters = [...text];
      const [start = 0, end = 0] = [one, other].map((n) => n % (characters.length + 1)).toSorted((a, b) => a - b);
      expect(sliceCodePoints(text, codePoint(start), codePoint(end))).toBe(characters.slice(start, end).join(""));
    }),
  );
});

describe("a wrong position is refused in words", () => {
  const index = offsetIndex("a😊b");
  test.each([
    {
      when: "past the end in code points",
      wrong: () => index.toUtf16(codePoint(4)),
      says: "outside the text, which has 3",
    },
    {
      when: "past the end in UTF-16 units",
      wrong: () => index.toCodePoint(utf16(5)),
      says: "outside the text, which has 4",
    },
    { when: "inside a surrogate pair", wrong: () => index.toCodePoint(utf16(2)), says: "inside a surrogate pair" },
    { when: "negative", wrong: () => codePoint(-1), says: "not a position" },
    { when: "a fraction", wrong: () => utf16(1.5), says: "not a position" },
    { when: "no number", wrong: () => codePoint(Number.NaN), says: "not a position" },
    {
      when: "a slice backwards",
      wrong: () => sliceCodePoints("abc", codePoint(2), codePoint(1)),
      says: "before it starts",
    },
  ])("$when", ({ wrong, says }) => {
    expect(wrong).toThrow(RangeError);
    expect(wrong).toThrow(says);
  });
});
