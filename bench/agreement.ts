import { below, type Figure, figure } from "@/bench/figure";
import { type Chance, pick, seededChance } from "@/domain/agreement/chance";
import { gamma } from "@/domain/agreement/gamma";
import type { LabelledSpan, TaggedReport } from "@/domain/agreement/labelled-span";
import { ratingMeasures } from "@/domain/agreement/measures";
import { addPairTables, comparePositions, tallyOfAll, tallyOfPair } from "@/domain/agreement/positions";
import { addCounts, countSpans, spanF1, spanMatches } from "@/domain/agreement/span-f1";

/**
 * How long agreement takes: κ of every pair, α and F1 for 10 analysts × 1,000 reports × 200 tags, and γ for two
 * analysts × 200 tags at 2 % precision. Limits from the issue.
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

/** Milliseconds of each run. */
function timed(runs: number, work: () => void): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

export async function agreement(): Promise<Figure[]> {
  const chance = seededChance(2026);
  const reports = Array.from({ length: 1000 }, () => report(chance, 10, 200));
  const ratings = timed(5, () => allRatings(reports));
  const f1 = timed(5, () => allF1(reports));
  const together = ratings.map((took, nth) => took + (f1[nth] ?? 0));

  const pair = report(seededChance(7), 2, 200);
  const samples: number[] = [];
  const gammas = timed(9, () => {
    const result = gamma(pair.raters, chance, { precision: 0.02 });
    if (result.known) samples.push(result.samples);
  });
  return [
    figure("κ of 45 pairs and α of 10 analysts × 1,000 reports × 200 tags", "ms", ratings),
    figure("F1, three kinds, 45 pairs", "ms", f1),
    figure("κ, α and F1 together", "ms", together, { budget: below(2000) }),
    figure("γ of a report, 2 analysts × 200 tags", "ms", gammas, {
      budget: below(1000),
      note: `${samples[0]} random continua`,
    }),
  ];
}
