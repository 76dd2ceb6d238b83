import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { codePoint, codePointLength, sliceCodePoints } from "./offsets";
import { bare, CONTEXT, checkSegments, normaliseRanges, passage, quoteOf, segmentsOf } from "./segment";

const text = "😊 Deir Ezzur, then the hills Shahed 9 and 10.";
const range = (start: number, end: number) => ({ start: codePoint(start), end: codePoint(end) });
const claim = (start: number, end: number, quote: string) => ({ ...range(start, end), quote });

test("a segment has its quote and 32 code points around it", () => {
  expect(segmentsOf(text, [range(2, 12)])).toEqual([
    { start: 2, end: 12, quote: "Deir Ezzur", prefix: "😊 ", suffix: ", then the hills Shahed 9 and 10" },
  ]);
});

describe.each([
  { given: "several out of order", ranges: [range(9, 12), range(2, 4)], becomes: [range(2, 4), range(9, 12)] },
  { given: "touching", ranges: [range(2, 4), range(4, 9)], becomes: [range(2, 9)] },
  { given: "nested", ranges: [range(2, 9), range(3, 4), range(8, 10)], becomes: [range(2, 10)] },
  { given: "empty", ranges: [range(3, 3)], becomes: [] },
])("ranges that are $given", ({ ranges, becomes }) => {
  test("are put in order", () => expect(normaliseRanges(ranges)).toEqual(becomes));
});

describe("segments that do not fit the text are refused, never shifted", () => {
  test.each([
    { when: "the quote differs", given: [claim(3, 13, "Deir Ezzur")], reason: "quote-differs", found: "eir Ezzur," },
    { when: "counted in UTF-16", given: [claim(3, 13, "Deir Ezzur")], reason: "quote-differs", found: "eir Ezzur," },
    { when: "the range ends outside", given: [claim(2, 99, "Deir")], reason: "out-of-range", found: "2–99" },
    { when: "it is empty", given: [claim(2, 2, "Deir")], reason: "empty", found: "2–2" },
    { when: "it is backwards", given: [claim(6, 2, "Deir")], reason: "empty", found: "6–2" },
    { when: "there is none", given: [], reason: "none", found: "none" },
    {
      when: "two overlap across a third",
      given: [claim(2, 12, "Deir Ezzur"), claim(2, 6, "Deir")],
      reason: "overlap",
      found: "2–12, which overlaps segment 1",
    },
  ])("$when", ({ given, reason, found }) => {
    const checked = checkSegments(text, given);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.problems[0]).toMatchObject({ reason, found });
  });

  test("each is named by its own index", () => {
    const checked = checkSegments(text, [claim(2, 12, "Deir Ezzur"), claim(14, 18, "when"), claim(90, 91, "x")]);
    expect(checked.ok ? [] : checked.problems.map(({ index, reason }) => [index, reason])).toEqual([
      [1, "quote-differs"],
      [2, "out-of-range"],
    ]);
  });
});

describe("a quote may come as its hash", () => {
  const sha256 = (quote: string) => (quote === "Deir Ezzur" ? "a".repeat(64) : "b".repeat(64));
  test.each([
    { when: "it is the right one", quoteHash: "a".repeat(64), ok: true },
    { when: "it is another", quoteHash: "c".repeat(64), ok: false },
  ])("$when", ({ quoteHash, ok }) => {
    expect(checkSegments(text, [{ ...range(2, 12), quoteHash }], sha256).ok).toBe(ok);
  });
  test("without a hash function that is a mistake of ours", () => {
    expect(() => checkSegments(text, [{ ...range(2, 12), quoteHash: "a".repeat(64) }])).toThrow(TypeError);
  });
});

test("a part of a text is checked by the positions of the whole", () => {
  const part = passage("the hills Shahed 9", codePoint(19));
  const checked = checkSegments(part, [claim(29, 37, "Shahed 9")]);
  expect(checked).toMatchObject({ ok: true, segments: [{ start: 29, prefix: "the hills ", suffix: "" }] });
  expect(checkSegments(part, [claim(2, 12, "Deir Ezzur")]).ok).toBe(false);
});

test("a discontinuous tag reads as one line", () => {
  expect(quoteOf(segmentsOf(text, [range(29, 35), range(42, 44)]))).toBe("Shahed … 10");
});

test("what is cut from any text is accepted for that text, with whole characters around it", () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.nat(), { minLength: 2, maxLength: 8 }), (any, numbers) => {
      const length = codePointLength(any);
      const cuts = numbers.map((n) => n % (length + 1));
      const segments = segmentsOf(
        any,
        cuts.slice(1).map((cut, at) => range(Math.min(cut, cuts[at] ?? 0), cut)),
      );
      fc.pre(segments.length > 0);
      expect(checkSegments(any, segments.map(bare))).toEqual({ ok: true, segments });
      for (const { start, end, quote, prefix, suffix } of segments) {
        expect(quote).toBe(sliceCodePoints(any, start, end));
        expect(codePointLength(prefix)).toBe(Math.min(CONTEXT, start));
        expect(codePointLength(suffix)).toBe(Math.min(CONTEXT, length - end));
        expect(/\p{Surrogate}/u.test(prefix + quote + suffix)).toBe(false);
      }
    }),
  );
});
