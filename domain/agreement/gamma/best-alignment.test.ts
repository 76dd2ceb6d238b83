import { expect, test } from "vitest";
import { type Chance, pick, seededChance } from "@/domain/agreement/chance";
import { bestAlignment, type UnitaryAlignment, unitaryDisorder } from "@/domain/agreement/gamma/best-alignment";
import { type Dissimilarity, evenly } from "@/domain/agreement/gamma/dissimilarity";
import type { LabelledSpan } from "@/domain/agreement/labelled-span";

function randomRaters(chance: Chance, raters: number, most: number, length: number): LabelledSpan[][] {
  return Array.from({ length: raters }, () =>
    Array.from({ length: pick(chance, most + 1) }, () => {
      const start = pick(chance, length);
      return { start, end: start + 1 + pick(chance, 6), label: "abc".charAt(pick(chance, 3)) };
    }),
  );
}

/** Tries every alignment there is. */
function leastByTryingAll(raters: readonly (readonly LabelledSpan[])[], weights: Dissimilarity): number {
  const [place, span] = raters.flatMap((spans, rater) => (spans[0] ? [[rater, spans[0]] as const] : []))[0] ?? [];
  if (place === undefined || !span) return 0;
  let least = Number.POSITIVE_INFINITY;
  const choose = (rater: number, chosen: UnitaryAlignment): void => {
    if (rater === raters.length) {
      const left = raters.map((spans, each) => spans.filter((unit) => unit !== chosen[each]));
      least = Math.min(least, unitaryDisorder(chosen, weights) + leastByTryingAll(left, weights));
    } else if (rater === place) choose(rater + 1, [...chosen, span]);
    else for (const unit of [undefined, ...(raters[rater] ?? [])]) choose(rater + 1, [...chosen, unit]);
  };
  choose(0, []);
  return least;
}

const weightings = [
  { name: "even weights", weights: evenly },
  { name: "place three times", weights: { alpha: 3, beta: 1, empty: 1 } },
  { name: "label twice, dear gaps", weights: { alpha: 1, beta: 2, empty: 1.5 } },
];

test.each([
  { raters: 2, most: 5, length: 20, rounds: 60 },
  { raters: 3, most: 3, length: 14, rounds: 40 },
  { raters: 3, most: 4, length: 8, rounds: 10 },
  { raters: 4, most: 2, length: 10, rounds: 30 },
  { raters: 5, most: 2, length: 8, rounds: 8 },
])(
  "$raters raters, up to $most units: no alignment is better than the one found",
  ({ raters, most, length, rounds }) => {
    for (const { name, weights } of weightings) {
      const chance = seededChance(raters * 100 + most);
      for (let round = 0; round < rounds; round++) {
        const continuum = randomRaters(chance, raters, most, length);
        const units = continuum.flat().length;
        if (units === 0) continue;
        const found = bestAlignment(continuum, weights);
        const least = leastByTryingAll(continuum, weights) / (units / raters);
        expect(found?.disorder, `${name}: ${JSON.stringify(continuum)}`).toBeCloseTo(least, 9);
        expect(found?.unitary.flat().filter((unit) => unit !== undefined).length).toBe(units);
      }
    }
  },
);

test("more candidates than the limit are refused, not guessed", () => {
  const crowd = Array.from({ length: 10 }, () =>
    Array.from({ length: 12 }, (_, place) => ({ start: place, end: place + 30, label: "a" })),
  );
  expect(bestAlignment(crowd, evenly, 2000)).toBeUndefined();
});
