import { expect, test } from "vitest";
import { seededChance } from "@/domain/agreement/chance";
import { gamma } from "@/domain/agreement/gamma";
import { randomContinuum } from "@/domain/agreement/gamma/random-continuum";

const units = (...list: readonly (readonly [number, number, string])[]) =>
  list.map(([start, end, label]) => ({ start, end, label }));

/** The three annotators that pygamma-agreement is tested with (tests/data/AlexPaulSuzan.csv). */
const alexPaulSuzan = [
  units([2, 9, "1"], [11, 17, "2"], [24, 30, "5"], [32, 36, "6"], [36, 44, "6"], [44, 60, "7"]),
  units([2, 9, "1"], [11, 17, "3"], [19, 25, "5"], [32, 44, "6"]),
  units([2, 9, "1"], [11, 17, "4"], [21, 27, "5"], [32, 36, "6"], [36, 40, "6"], [40, 44, "6"]),
];

test("pygamma-agreement's three annotators: disorder 0.96, γ between 0.44 and 0.47", () => {
  const weights = { alpha: 3, beta: 1, empty: 1 };
  const result = gamma(alexPaulSuzan, seededChance(1), { weights, precision: 0.01 });
  if (!result.known || !result.gamma.known) throw new Error("γ must have a number here.");
  expect(result.observedDisorder).toBeCloseTo(0.96, 2);
  expect(result.gamma.value).toBeGreaterThan(0.44);
  expect(result.gamma.value).toBeLessThan(0.47);
  expect(result.gammaByLabel.get("1")).toEqual({ known: true, value: 1 });
  expect(result.gammaByLabel.get("5")).toEqual({ known: true, value: 1 });
  expect(result.gammaByLabel.get("7")).toEqual({ known: false, why: "nothing-aligned" });
});

test("perfect agreement is 1 and draws nothing", () => {
  const same = units([0, 5, "a"], [7, 9, "b"]);
  expect(gamma([same, same, same], seededChance(1))).toMatchObject({
    gamma: { known: true, value: 1 },
    gammaCat: { known: true, value: 1 },
    samples: 0,
    expectedDisorder: undefined,
  });
});

test("only labels differ: γcat is below γ, and the positions of units do not matter to it", () => {
  const places = [0, 10, 20, 30, 40, 50, 60, 70].map((start) => [start, start + 5] as const);
  const first = places.map(([start, end], i) => ({ start, end, label: "ab".charAt(i % 2) }));
  const second = places.map(([start, end], i) => ({ start, end, label: "ab".charAt(i % 3 === 0 ? 0 : 1) }));
  const result = gamma([first, second], seededChance(2));
  if (!result.known || !result.gamma.known || !result.gammaCat.known) throw new Error("γ must have a number here.");
  expect(result.gammaCat.value).toBeLessThan(result.gamma.value);
});

test("a finer precision draws more continua, and says how many", () => {
  const samples = [0.1, 0.02].map((precision) => {
    const result = gamma(alexPaulSuzan, seededChance(3), { precision });
    return result.known ? result.samples : 0;
  });
  expect(samples[0]).toBeGreaterThanOrEqual(30);
  expect(samples[1]).toBeGreaterThan(samples[0] ?? 0);
});

test.each([
  { when: "nobody tagged", raters: [[], []], why: "nobody-tagged" },
  { when: "there is one rater", raters: [units([0, 5, "a"])], why: "one-rater" },
])("has no number when $when", ({ raters, why }) => {
  expect(gamma(raters, seededChance(1))).toEqual({ known: false, why });
});

test("one of two tagged nothing: every unit stays alone", () => {
  const result = gamma([units([0, 5, "a"], [9, 12, "b"]), []], seededChance(1), { precision: 0.1 });
  expect(result).toMatchObject({
    known: true,
    observedDisorder: 2,
    gammaCat: { known: false, why: "nothing-aligned" },
  });
});

test("a random continuum keeps lengths, labels and the number of raters, and stays on the continuum", () => {
  const chance = seededChance(9);
  for (let round = 0; round < 200; round++) {
    const drawn = randomContinuum(alexPaulSuzan, chance);
    expect(drawn.length).toBe(3);
    for (const list of drawn) {
      expect(alexPaulSuzan.map((rater) => rater.length)).toContain(list.length);
      for (const { start } of list) expect(start >= 2 && start < 60).toBe(true);
    }
  }
});
