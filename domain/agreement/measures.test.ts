import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measures, ratingMeasures } from "@/domain/agreement/measures";
import { sentences } from "@/domain/agreement/outcome";
import { studyOfRatings, tallyOfStudy } from "@/domain/agreement/study";
import { addTallies } from "@/domain/agreement/tally";

type Items = readonly (readonly (string | undefined)[])[];

const rating = fc.option(fc.constantFrom("1", "2", "3", "4"), { nil: undefined, freq: 6 });
const items = (raters: number): fc.Arbitrary<Items> =>
  fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 30 });
const anyItems = fc.integer({ min: 2, max: 5 }).chain(items);

const tallyOf = (rows: Items) => tallyOfStudy(studyOfRatings(rows));
const number = (outcome: { known: true; value: number } | { known: false }) =>
  outcome.known ? outcome.value : undefined;

test("every measure is described, under a name of its own", () => {
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  for (const { id, name, definition, source } of measures) {
    expect(
      [id, name, source.citation].every((words) => words.length > 0),
      id,
    ).toBe(true);
    expect(definition, id).toMatch(/^[A-Z].*\.$/);
    expect(source.link, id).toMatch(/^https:\/\//);
  }
});

describe.each(ratingMeasures.map((measure) => ({ ...measure })))("$id", ({ id, value }) => {
  test("is never NaN and never above 1", () => {
    fc.assert(
      fc.property(anyItems, (rows) => {
        const outcome = value(tallyOf(rows));
        if (outcome.known) return Number.isFinite(outcome.value) && outcome.value <= 1 + 1e-9;
        return sentences[outcome.why].length > 0;
      }),
    );
  });

  test("does not depend on who comes first", () => {
    fc.assert(
      fc.property(anyItems, (rows) => {
        const turned = value(tallyOf(rows.map((row) => [...row].reverse())));
        const outcome = value(tallyOf(rows));
        expect(number(turned) ?? turned).toEqual(outcome.known ? expect.closeTo(outcome.value, 9) : outcome);
      }),
    );
  });

  test("does not depend on the order of the items", () => {
    fc.assert(
      fc.property(anyItems, (rows) => {
        const outcome = value(tallyOf(rows));
        const turned = value(tallyOf([...rows].reverse()));
        expect(number(turned) ?? turned).toEqual(outcome.known ? expect.closeTo(outcome.value, 9) : outcome);
      }),
    );
  });

  test("is 1 where all agree on two categories", () => {
    const outcome = value(tallyOf([..."1122211121"].map((one) => [one, one])));
    expect(outcome).toEqual({ known: true, value: expect.closeTo(1, 12) });
  });

  test("counts an item twice like two items", () => {
    fc.assert(
      fc.property(anyItems, (rows) => {
        const once = tallyOf(rows);
        const outcome = value(tallyOf([...rows, ...rows]));
        const added = value(addTallies([once, once]));
        expect(number(added) ?? added).toEqual(outcome.known ? expect.closeTo(outcome.value, 9) : outcome);
      }),
    );
  });

  test.each([
    { when: "nobody rated", rows: [[undefined, undefined]], why: ["nobody-tagged"] },
    { when: "there is one rater", rows: [["1"], ["2"]], why: ["one-rater"] },
    {
      when: "no item has two ratings",
      rows: [
        ["1", undefined],
        [undefined, "2"],
      ],
      why: ["no-overlap"],
    },
    {
      when: "there is one category",
      rows: [
        ["1", "1"],
        ["1", "1"],
      ],
      why: ["one-category"],
    },
  ])("has no number when $when", ({ rows, why }) => {
    if (id === "observed" && why.includes("one-category")) return;
    const outcome = value(tallyOf(rows));
    expect(outcome.known ? outcome : outcome.why).toBe(why[0]);
  });
});

describe("nominal measures", () => {
  const nominal = ratingMeasures.filter(({ id }) => !/Ordinal|Interval|Ratio|Linear|Quadratic/.test(id));

  test.each(nominal.map((measure) => ({ ...measure })))(
    "$id does not depend on what the categories are called",
    ({ value }) => {
      const renamed = new Map([
        ["1", "zebra"],
        ["2", "ant"],
        ["3", "mole"],
        ["4", "bee"],
      ]);
      fc.assert(
        fc.property(anyItems, (rows) => {
          const outcome = value(tallyOf(rows));
          const other = value(tallyOf(rows.map((row) => row.map((one) => one && renamed.get(one)))));
          expect(number(other) ?? other).toEqual(outcome.known ? expect.closeTo(outcome.value, 9) : outcome);
        }),
      );
    },
  );
});

test("with two raters and many items Krippendorff's nominal α comes near Scott's π", () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [`${(i * 7) % 4}`, `${(i * i) % 3}`]);
  const [pi, alpha] = ["scottPi", "krippendorffAlphaNominal"].map((id) =>
    ratingMeasures.find((measure) => measure.id === id)?.value(tallyOf(rows)),
  );
  expect(pi?.known && alpha?.known && Math.abs(pi.value - alpha.value)).toBeLessThan(1e-4);
});

test.each([
  { id: "cohenKappa", why: "not-two-raters" },
  { id: "scottPi", why: "not-two-raters" },
])("$id is for two raters", ({ id, why }) => {
  const tally = tallyOf([
    ["1", "2", "1"],
    ["2", "2", "1"],
  ]);
  expect(ratingMeasures.find((measure) => measure.id === id)?.value(tally)).toEqual({ known: false, why });
});

test("a distance between words is no number", () => {
  const value = ratingMeasures.find(({ id }) => id === "krippendorffAlphaInterval")?.value;
  expect(
    value?.(
      tallyOf([
        ["claim", "place"],
        ["claim", "claim"],
      ]),
    ),
  ).toEqual({ known: false, why: "not-numbers" });
});
