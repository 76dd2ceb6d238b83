import fc from "fast-check";
import { expect, test } from "vitest";
import { countMatchingBorders, labelAgreement } from "@/domain/agreement/border-labels";
import { seededChance } from "@/domain/agreement/chance";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";
import { borderLabelAgreement, gammaMeasure, ratingMeasures, spanF1Measures } from "@/domain/agreement/measures";
import {
  addPairTables,
  comparePositions,
  tallyOfAll,
  tallyOfPair,
  tallyPositions,
  untagged,
} from "@/domain/agreement/positions";
import { countSpans, spanF1, spanMatches } from "@/domain/agreement/span-f1";
import { summarise } from "@/domain/agreement/summary";
import { tallying } from "@/domain/agreement/tally";

/** "claim 0-5, place 7-9" as spans. */
function spans(words: string): LabelledSpan[] {
  return words.split(", ").flatMap((word) => {
    const [, label, start, end] = /^(\w+) (\d+)-(\d+)$/.exec(word) ?? [];
    return label && start && end ? [{ label, start: Number(start), end: Number(end) }] : [];
  });
}

test.each([
  { first: "claim 0-5, place 7-9", second: "claim 0-5, place 7-9", exact: 1, overlap: 1, borders: 1 },
  { first: "claim 0-5, place 7-9", second: "claim 0-5", exact: 2 / 3, overlap: 2 / 3, borders: 2 / 3 },
  { first: "claim 0-5", second: "claim 0-6", exact: 0, overlap: 1, borders: 0 },
  { first: "claim 0-5", second: "place 0-5", exact: 0, overlap: 0, borders: 1 },
  { first: "claim 0-5", second: "claim 5-9", exact: 0, overlap: 0, borders: 0 },
  { first: "claim 0-100, claim 5-10", second: "claim 50-60", exact: 0, overlap: 2 / 3, borders: 0 },
  { first: "claim 0-5", second: "", exact: 0, overlap: 0, borders: 0 },
])("F1 of $first and $second", ({ first, second, ...values }) => {
  for (const match of spanMatches) {
    const outcome = spanF1(countSpans([spans(first), spans(second)])[match]);
    expect(outcome, match).toEqual({ known: true, value: expect.closeTo(values[match], 9) });
  }
});

test("nobody tagged: F1 has no number, and says why", () => {
  for (const match of spanMatches)
    expect(spanF1(countSpans([[], []])[match])).toEqual({ known: false, why: "nobody-tagged" });
});

const anySpans = fc.array(
  fc
    .record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }), label: fc.constantFrom("a", "b") })
    .map(({ start, length, label }): LabelledSpan => ({ start, end: start + length, label })),
  { maxLength: 12 },
);

test("overlap counts what comparing every span with every other counts", () => {
  fc.assert(
    fc.property(anySpans, anySpans, (first, second) => {
      const meets = (a: LabelledSpan, others: LabelledSpan[]) =>
        others.some((b) => a.label === b.label && a.start < b.end && b.start < a.end);
      const { firstMatched, secondMatched } = countSpans([first, second]).overlap;
      expect(firstMatched).toBe(first.filter((a) => meets(a, second)).length);
      expect(secondMatched).toBe(second.filter((b) => meets(b, first)).length);
    }),
  );
});

test.each([
  { first: "claim 0-5, place 7-9", second: "claim 0-5, source 7-9", value: 0.5 },
  { first: "claim 0-5, place 0-5", second: "place 0-5", value: 1 },
  { first: "claim 0-5, place 0-5", second: "source 0-5, place 0-5", value: 0.5 },
])("labels of $first and $second given matching borders: $value", ({ first, second, value }) => {
  const counted = countMatchingBorders({ length: 10, raters: [spans(first), spans(second)] });
  expect(labelAgreement(counted)).toEqual({ known: true, value });
});

test("without matching borders there are no labels to compare", () => {
  const counted = countMatchingBorders({ length: 10, raters: [spans("claim 0-5"), spans("claim 0-6")] });
  expect(labelAgreement(counted)).toEqual({ known: false, why: "no-matching-borders" });
});

test("positions are what looking at each one gives", () => {
  fc.assert(
    fc.property(fc.array(anySpans, { minLength: 2, maxLength: 4 }), (raters) => {
      const [length, labels] = [45, ["a", "b"]];
      const tally = tallyPositions({ length, raters }, labels);
      const codeAt = (rater: readonly LabelledSpan[], position: number): number => {
        const [first] = rater
          .filter(({ start, end }) => start <= position && position < end)
          .sort((a, b) => a.start - b.start || b.end - a.end || labels.indexOf(b.label) - labels.indexOf(a.label));
        return first ? labels.indexOf(first.label) + 1 : 0;
      };
      const shares = [0, 0, 0];
      for (let position = 0; position < length; position++) {
        for (const rater of raters) {
          const code = codeAt(rater, position);
          shares[code] = (shares[code] ?? 0) + 1 / raters.length;
        }
      }
      expect(tally.seen).toBe(length);
      expect([...tally.shares]).toEqual(shares.map((share) => expect.closeTo(share, 6)));
      const counted = tallying([untagged, ...labels], raters.length);
      for (let position = 0; position < length; position++) counted.add(raters.map((rater) => codeAt(rater, position)));
      const slow = counted.tally();
      for (const { id, value } of ratingMeasures) {
        const [fast, direct] = [value(tally), value(slow)];
        if (direct.known) expect(fast, id).toEqual({ known: true, value: expect.closeTo(direct.value, 6) });
        else expect(fast, id).toEqual(direct);
      }
    }),
  );
});

test("a pair's ratings among many are those of the two alone", () => {
  fc.assert(
    fc.property(fc.array(anySpans, { minLength: 4, maxLength: 4 }), (raters) => {
      const tables = comparePositions({ length: 45, raters }, ["a", "b"]);
      for (const [first, second] of [
        [0, 1],
        [0, 3],
        [1, 2],
        [2, 3],
      ] as const) {
        const alone = tallyPositions({ length: 45, raters: [raters[first] ?? [], raters[second] ?? []] }, ["a", "b"]);
        expect(tallyOfPair(tables, first, second)).toEqual(alone);
      }
      expect(tallyOfAll(addPairTables([tables, tables])).paired).toBe(90);
    }),
  );
});

test("over reports: pooled weighs spans, the mean weighs reports", () => {
  const exact = spanF1Measures.find(({ id }) => id === "spanF1Exact");
  const same = { length: 50, raters: [spans("claim 0-5"), spans("claim 0-5")] };
  const apart = { length: 50, raters: [spans("a 0-1, a 2-3, a 4-5"), spans("b 0-1, b 2-3, b 4-5")] };
  const empty = { length: 50, raters: [[], []] };
  const summary = exact && summarise(exact, [same, apart, empty], seededChance(5), 500);
  expect(summary?.pooled).toEqual({ known: true, value: 0.25 });
  expect(summary?.meanOfReports).toEqual({ known: true, value: 0.5 });
  expect(summary).toMatchObject({ reports: 3, reportsWithNumber: 2 });
  expect(summary?.meanInterval).toMatchObject({ low: 0, high: 1, resamples: 500 });
});

test("the same seed gives the same interval and the same γ", () => {
  const reports = [
    { length: 60, raters: [spans("a 0-5, b 8-15, a 20-30"), spans("a 1-5, b 8-14, b 20-30")] },
    { length: 60, raters: [spans("a 3-9, b 28-35"), spans("a 4-9, b 30-34, b 40-50")] },
  ];
  const once = summarise(gammaMeasure, reports, seededChance(11), 100);
  expect(summarise(gammaMeasure, reports, seededChance(11), 100)).toEqual(once);
  expect(once.pooled.known && once.pooled.value).toBeGreaterThan(0.4);
  const labels = summarise(borderLabelAgreement, reports, seededChance(11), 100);
  expect(labels.pooled).toEqual({ known: true, value: 0 });
});
