import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OffsetUnit, offsetUnits, rulerOf } from "@/domain/interchange/units";
import { codePoint } from "@/domain/text/offsets";

const text = "A 😀 Hama قالت e\u0301 👨‍👩‍👧.";

describe("a stretch as a file says it", () => {
  test.each<[OffsetUnit, number, number]>([
    ["code point", 4, 8],
    ["UTF-16 code unit", 5, 9],
    ["grapheme cluster", 4, 8],
    ["byte", 7, 11],
  ])("is the same words in %s", (unit, start, end) => {
    const ruler = rulerOf(text);
    const placed = ruler.place({ start, end }, unit, "Hama");
    expect(placed).toEqual({ ok: true, range: { start: 4, end: 8 } });
    expect(ruler.said({ start: codePoint(4), end: codePoint(8) }, unit)).toEqual({ start, end });
  });

  test.each<[string, number, number, OffsetUnit, object]>([
    ["text instead of numbers", Number.NaN, 3, "code point", { is: "not-a-number" }],
    ["half a number", 1.5, 3, "code point", { is: "not-a-number" }],
    ["below zero", -3, 2, "code point", { is: "negative" }],
    ["nothing", 2, 2, "code point", { is: "empty" }],
    ["turned round", 8, 4, "code point", { is: "backwards" }],
    ["beyond the text", 4, 999, "code point", { is: "outside", length: 23 }],
    ["half of an emoji", 3, 5, "UTF-16 code unit", { is: "half", of: "surrogate pair" }],
    ["half of a letter", 3, 7, "byte", { is: "half", of: "character" }],
  ])("%s is a trouble", (_, start, end, unit, trouble) => {
    expect(rulerOf(text).place({ start, end }, unit)).toEqual({ ok: false, trouble });
  });

  test("a quote that differs names the unit in which it fits", () => {
    expect(rulerOf(text).place({ start: 5, end: 9 }, "code point", "Hama")).toEqual({
      ok: false,
      trouble: { is: "quote-differs", found: "ama ", fits: "UTF-16 code unit" },
    });
    expect(rulerOf(text).place({ start: 4, end: 8 }, "code point", "Homs")).toEqual({
      ok: false,
      trouble: { is: "quote-differs", found: "Hama" },
    });
  });

  test("every stretch comes back from every unit that can say it", () => {
    const letters = fc.string({
      unit: fc.constantFrom("a", "é", "e\u0301", "😀", "ق", "\n", "👨‍👩‍👧", "漢"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), fc.constantFrom(...offsetUnits), (words, one, other, unit) => {
        const ruler = rulerOf(words);
        const length = ruler.length(unit);
        const [start, end] = [one % (length + 1), other % (length + 1)].toSorted((a, b) => a - b);
        const said = { start: start ?? 0, end: end ?? 0 };
        const placed = ruler.place(said, unit);
        if (placed.ok) expect(ruler.said(placed.range, unit)).toEqual(said);
        else expect(["empty", "half"]).toContain(placed.trouble.is);
      }),
    );
  });
});
