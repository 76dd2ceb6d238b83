import { expect, test } from "vitest";
import { answer } from "@/domain/agreement/answer";
import { readAgreementFile } from "@/domain/agreement/file";
import { freeMarginalKappa } from "@/domain/agreement/free-marginal-kappa";
import { ratingMeasures } from "@/domain/agreement/measures";
import published from "@/domain/agreement/published-examples.json";
import { studyOfRatings, studyOfTable, tallyOfStudy } from "@/domain/agreement/study";
import { unitizingAlpha, unitizingDisagreement } from "@/domain/agreement/unitizing-alpha";

const options = { seed: 1, precision: 0.05 };

function answerTo(content: unknown) {
  const read = readAgreementFile(content);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return answer(read.file, options);
}

const answered = answerTo(published);

test.each(published.categorical.map((entry, place) => ({ ...entry, place })))("$source", ({ place, ...entry }) => {
  const values = Object.entries(entry).filter(([, value]) => typeof value === "number");
  expect(values.length).toBeGreaterThan(0);
  for (const [name, value] of values) {
    const figure = answered.categorical?.[place]?.figures[name];
    expect(Math.abs(Number(figure) - Number(value)), name).toBeLessThanOrEqual(published.tolerance);
  }
});

test.each(published.unitizing.map((entry, place) => ({ ...entry, place })))("$source", ({ place, alpha }) => {
  const figures = answered.unitizing?.[place]?.alpha;
  if (figures === null || typeof figures !== "object") throw new Error("α must be given per category.");
  for (const [name, value] of Object.entries(alpha)) {
    expect(Math.abs((figures[name] ?? Number.NaN) - value), name).toBeLessThanOrEqual(published.tolerance);
  }
});

test.each(published.gamma.observedDisorder.map((entry, place) => ({ ...entry, place })))(
  "γ of example $place: observed disorder $value",
  ({ place, value, gamma }) => {
    const given = answered.gamma?.[place];
    expect(Math.abs((given?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(published.tolerance);
    if (gamma !== undefined) expect(given?.gamma).toBe(gamma);
  },
);

/** Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, part D: 4 observers, 12 units. */
const fourObservers = ["11_1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "_555", "__11", "__3_"];

/** Krippendorff (1980), p. 139: 3 raters, 9 items. */
const krippendorff1980 = ["111", "122", "222", "444", "144", "222", "123", "333", "222"];

/** Hayes & Krippendorff (2007), p. 84: 5 raters, 40 items. */
const hayes = (
  "112_2 1101_ 2333_ _00_0 000_0 000_0 102_1 1_20_ 222_2 2111_ _100_ 0000_ 1222_ 33223 111_1 111_1 212_2 1233_ 1101_ " +
  "000_0 0011_ 00_00 2333_ 0000_ 12_22 0111_ 00010 1212_ 1122_ 112_2 110_0 2121_ 22_22 3222_ 222_2 223_2 222_2 22_12 " +
  "2222_ 111_1"
).split(" ");

const likertOfFour = [
  [20, 5, 1, 0],
  [4, 15, 6, 1],
  [0, 5, 18, 4],
  [0, 1, 3, 12],
];

const likertOfFive = [
  [15, 4, 1, 0, 0],
  [3, 12, 4, 1, 0],
  [1, 3, 14, 3, 1],
  [0, 1, 3, 10, 2],
  [0, 0, 1, 2, 8],
];

test.each([
  { source: "Krippendorff 2011", ratings: fourObservers, id: "krippendorffAlphaNominal", value: 0.743 },
  { source: "Krippendorff 2011", ratings: fourObservers, id: "krippendorffAlphaOrdinal", value: 0.815 },
  { source: "Krippendorff 2011", ratings: fourObservers, id: "krippendorffAlphaInterval", value: 0.849 },
  { source: "Krippendorff 2011", ratings: fourObservers, id: "krippendorffAlphaRatio", value: 0.797 },
  { source: "irrCAC, cac.raw4raters", ratings: fourObservers, id: "gwetAC1", value: 0.77544 },
  { source: "irrCAC, cac.raw4raters", ratings: fourObservers, id: "observed", value: 0.81818 },
  { source: "irrCAC, cac.raw4raters", ratings: fourObservers, id: "fleissKappa", value: 0.76117 },
  { source: "irrCAC, cac.raw4raters", ratings: fourObservers, id: "bennettS", value: 0.77273 },
  { source: "Krippendorff 1980, p. 139", ratings: krippendorff1980, id: "observed", value: 0.74074 },
  { source: "Krippendorff 1980, p. 139", ratings: krippendorff1980, id: "krippendorffAlphaNominal", value: 0.642 },
  { source: "Krippendorff 1980", ratings: krippendorff1980, id: "krippendorffAlphaInterval", value: 0.547 },
  { source: "Krippendorff 1980", ratings: krippendorff1980, id: "krippendorffAlphaRatio", value: 0.483 },
  { source: "Hayes & Krippendorff 2007, p. 84", ratings: hayes, id: "krippendorffAlphaOrdinal", value: 0.7598 },
])("$source: $id $value", ({ ratings, id, value }) => {
  const figures = answerTo({ categorical: [{ ratings }] }).categorical?.[0]?.figures;
  expect(figures?.[id]).toBeCloseTo(value, value.toString().length > 5 ? 4 : 3);
});

test.each([
  { source: "irrCAC 1.4, 4 × 4", table: likertOfFour, id: "gwetAC1", value: 0.58046 },
  { source: "irrCAC 1.4, 4 × 4", table: likertOfFour, id: "gwetAC2Quadratic", value: 0.84028 },
  { source: "irrCAC 1.4, 5 × 5", table: likertOfFive, id: "gwetAC1", value: 0.57997 },
  { source: "irrCAC 1.4, 5 × 5", table: likertOfFive, id: "gwetAC2Quadratic", value: 0.87005 },
  {
    source: "Artstein & Poesio 2008, p. 558",
    table: [
      [20, 10],
      [20, 50],
    ],
    id: "bennettS",
    value: 0.4,
  },
  {
    source: "Artstein & Poesio 2008, p. 558",
    table: [
      [20, 10],
      [20, 50],
    ],
    id: "scottPi",
    value: 0.34066,
  },
  {
    source: "Artstein & Poesio 2008, p. 558",
    table: [
      [20, 10],
      [20, 50],
    ],
    id: "cohenKappa",
    value: 0.34783,
  },
  {
    source: "Artstein & Poesio 2008, p. 568",
    table: [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ],
    id: "bennettS",
    value: 0.82,
  },
  {
    source: "Artstein & Poesio 2008, p. 568",
    table: [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ],
    id: "scottPi",
    value: 0.79953,
  },
  {
    source: "Artstein & Poesio 2008, p. 568",
    table: [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ],
    id: "cohenKappa",
    value: 0.80132,
  },
  {
    source: "Gwet's paradox: 8 yes, 1 no, 1 apart",
    table: [
      [8, 1],
      [0, 1],
    ],
    id: "gwetAC1",
    value: 0.86577,
  },
  {
    source: "Gwet's paradox: 8 yes, 1 no, 1 apart",
    table: [
      [8, 1],
      [0, 1],
    ],
    id: "scottPi",
    value: 0.60784,
  },
])("$source: $id $value", ({ table, id, value }) => {
  const outcome = ratingMeasures.find((measure) => measure.id === id)?.value(tallyOfStudy(studyOfTable(table)));
  expect(outcome?.known && outcome.value).toBeCloseTo(value, 4);
});

test("free-marginal κ of Fleiss' data is 4/9, observed agreement 5/9", () => {
  const fleiss = published.categorical.find(({ fleissKappa }) => fleissKappa !== undefined)?.ratings ?? [];
  const tally = tallyOfStudy(studyOfRatings(fleiss.map((row) => [...row])));
  expect(freeMarginalKappa(tally)).toEqual({ known: true, value: expect.closeTo(4 / 9, 3) });
});

/** Krippendorff (1995), p. 57, four pairs of observers on a continuum of 24; observed disagreement as printed there. */
test.each([
  {
    pair: "A",
    raters: [
      [
        [2, 8],
        [14, 6],
      ],
      [
        [4, 4],
        [15, 2],
      ],
    ],
    observed: 0.03125,
  },
  {
    pair: "B",
    raters: [
      [[0, 18]],
      [
        [0, 2],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 1],
        [6, 3],
        [9, 1],
      ],
    ],
    observed: 2.26736,
  },
  {
    pair: "C",
    raters: [
      [
        [2, 6],
        [10, 2],
        [14, 4],
        [20, 2],
      ],
      [
        [0, 2],
        [4, 4],
        [10, 4],
        [16, 2],
        [20, 2],
      ],
    ],
    observed: 0.02777,
  },
  {
    pair: "D",
    raters: [
      [
        [0, 2],
        [2, 8],
        [10, 4],
        [14, 6],
        [20, 4],
      ],
      [
        [0, 4],
        [4, 4],
        [8, 7],
        [15, 2],
        [17, 7],
      ],
    ],
    observed: 0.38715,
  },
])("Krippendorff 1995, pair $pair: D_o $observed", ({ raters, observed }) => {
  const units = raters.map((list) => list.map(([start = 0, length = 0]) => ({ start, length })));
  expect(unitizingDisagreement({ start: 0, length: 24, raters: units }).observed).toBeCloseTo(observed, 4);
});

test("DKPro Statistics' own example of unitizing α: -0.7003", () => {
  const raters = [[{ start: 1, length: 8 }], [2, 4, 6].map((start) => ({ start, length: 1 }))];
  expect(unitizingDisagreement({ start: 0, length: 10, raters })).toMatchObject({
    observed: expect.closeTo(0.91, 4),
    expected: expect.closeTo(0.53519, 4),
  });
  expect(unitizingAlpha({ start: 0, length: 10, raters })).toEqual({ known: true, value: expect.closeTo(-0.7003, 4) });
});
