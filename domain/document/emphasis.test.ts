import fc from "fast-check";
import { expect, test } from "vitest";
import { classOfLooks, Emphasised } from "./emphasis";
import type { TextRange } from "./range";

test("words that are emphasised in two ways are told where the ways meet", () => {
  const emphasised = new Emphasised([
    { is: "italic", start: 5, end: 9 },
    { is: "bold", start: 2, end: 7 },
    { is: "page", label: "1", start: 0, end: 12 },
    { is: "hidden", start: 0, end: 12 },
  ]);
  expect(emphasised.within(0, 12).map(({ start, end, looks }) => [start, end, classOfLooks(looks)])).toEqual([
    [0, 2, ""],
    [2, 5, "look-bold"],
    [5, 7, "look-bold look-italic"],
    [7, 9, "look-italic"],
    [9, 12, ""],
  ]);
  expect(emphasised.within(9, 12)).toEqual([]);
});

const range = fc
  .tuple(fc.constantFrom<"bold" | "italic" | "raised">("bold", "italic", "raised"), fc.nat(40), fc.nat(12))
  .map(([is, start, length]): TextRange => ({ is, start, end: start + length }));

test("whatever is emphasised, a part is divided without a gap, and each character looks as its ranges say", () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 8 }),
      fc.nat(30),
      fc.integer({ min: 1, max: 25 }),
      (ranges, start, length) => {
        const end = start + length;
        const shown = new Emphasised(ranges).within(start, end);
        const looks = Array.from({ length }, (_, at) => {
          const point = start + at;
          const over = ranges.filter((each) => each.start <= point && point < each.end);
          return [...new Set(over.map(({ is }) => is))].toSorted().join(" ");
        });
        const drawn = shown.flatMap((part) =>
          Array.from({ length: part.end - part.start }, () => [...part.looks].toSorted().join(" ")),
        );
        if (shown.length === 0) expect(looks.every((look) => look === "")).toBe(true);
        else expect(drawn).toEqual(looks);
      },
    ),
  );
});
