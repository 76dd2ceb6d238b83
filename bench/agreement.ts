import { type Chance, pick, seededChance } from "@/domain/agreement/chance";
import { gamma } from "@/domain/agreement/gamma";
import type { LabelledSpan, TaggedReport } from "@/domain/agreement/labelled-span";
import { ratingMeasures } from "@/domain/agreement/measures";
import { addPairTables, comparePositions, tallyOfAll, tallyOfPair } from "@/domain/agreement/positions";
import { addCounts, countSpans, spanF1, spanMatches } from "@/domain/agreement/span-f1";

/**
 * How long agreement takes: κ of every pair, α and F1 for 10 analysts × 1,000 reports × 200 tags, and γ for two
 * analysts × 200 tags at 2 % precision. Medians of 5 and 9 runs; limits from the issue.
 */

const labels = ["claim", "place", "source", "actor"];

/** Reports in which each analyst finds most of the same 200 things, with other borders and labels now and then. */
function report(chance: Chance, analysts: number, tags: number): TaggedReport {
  const things = Array.from({ length: tags }, (_, i) => ({
    start: i * 55 + pick(chance, 30),
    length: 8 + pick(chance, 50),
    label: labels[pick(chance, labels.length)] ?? "claim",
  }));
  const raters = Array.from({ length: analysts }, () =>
    things.map(({ start, length, label }): LabelledSpan => {
      const from = start + (chance() < 0.3 ? pick(chance, 12) : 0);
      const other = chance() < 0.1 ? (labels[pick(chance, labels.length)] ?? label) : label;
      return { start: from, end: from + length + (chance() < 0.3 ? pick(chance, 12) : 0), label: other };
    }),
  );
  return { length: tags * 60, raters };
}

const alpha = ratingMeasures.find(({ id }) => id === "krippendorffAlphaNominal");
const kappa = ratingMeasures.find(({ id }) => id === "cohenKappa");
if (!alpha || !kappa) throw new Error("α and κ must be registered.");

/** κ of every pair and α of all: one comparison of positions serves both. */
function allRatings(reports: readonly TaggedReport[]): void {
  const tables = addPairTables(reports.map((each) => comparePositions(each, labels)));
  for (let first = 0; first < tables.raters; first++) {
    for (let second = first + 1; second < tables.raters; second++) kappa?.value(tallyOfPair(tables, first, second));
  }
  alpha?.value(tallyOfAll(tables));
}

function allF1(reports: readonly TaggedReport[]): void {
  const counts = reports.map(({ raters }) => countSpans(raters));
  for (const match of spanMatches) spanF1(addCounts(counts.map((each) => each[match])));
}

function median(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

const chance = seededChance(2026);
const reports = Array.from({ length: 1000 }, () => report(chance, 10, 200));
const parts = {
  "κ of 45 pairs, α of 10 analysts": median(5, () => allRatings(reports)),
  "F1, three kinds, 45 pairs": median(5, () => allF1(reports)),
};
const total = Object.values(parts).reduce((sum, each) => sum + each, 0);
for (const [name, took] of Object.entries(parts)) console.log(`${name.padEnd(34)} ${took.toFixed(0).padStart(6)} ms`);
console.log(`${"together (limit 2,000)".padEnd(34)} ${total.toFixed(0).padStart(6)} ms`);

const pair = report(seededChance(7), 2, 200);
const samples: number[] = [];
const gammaTook = median(9, () => {
  const result = gamma(pair.raters, chance, { precision: 0.02 });
  if (result.known) samples.push(result.samples);
});
console.log(
  `${"γ of a report (limit 1,000)".padEnd(34)} ${gammaTook.toFixed(0).padStart(6)} ms, ${samples[0]} random continua`,
);
if (total >= 2000 || gammaTook >= 1000) process.exitCode = 1;
