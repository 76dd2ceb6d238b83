import { type Interval, quantile } from "@/domain/agreement/bootstrap";
import { type Chance, pick } from "@/domain/agreement/chance";
import type { RatingMeasure } from "@/domain/agreement/measures";
import { scaleOrder } from "@/domain/agreement/scale";
import { missing, type Tally, tallying } from "@/domain/agreement/tally";

/** Items and who put them in which category, equal items kept once with how often they occur. */
export interface Study {
  readonly categories: readonly string[];
  readonly raters: number;
  readonly rows: readonly { readonly codes: readonly number[]; readonly times: number }[];
}

/**
 * A study from one row an item, one place a rater, `undefined` where a rating is missing. Without `categories` the
 * ones in use count, in scale order; with them, each rating must be one of them.
 */
export function studyOfRatings(
  items: readonly (readonly (string | undefined)[])[],
  categories: readonly string[] = scaleOrder(items.flat().filter((rating) => rating !== undefined)),
): Study {
  const codeOf = new Map(categories.map((name, code) => [name, code]));
  const rows = new Map<string, { codes: readonly number[]; times: number }>();
  for (const item of items) {
    const codes = item.map((rating) => (rating === undefined ? missing : (codeOf.get(rating) ?? missing)));
    const key = codes.join();
    const row = rows.get(key);
    if (row) row.times++;
    else rows.set(key, { codes, times: 1 });
  }
  return { categories, raters: items[0]?.length ?? 0, rows: [...rows.values()] };
}

/** A study of two raters: `table[i][j]` items were put in category i by the first and in j by the second. */
export function studyOfTable(
  table: readonly (readonly number[])[],
  categories: readonly string[] = table.map((_, place) => `${place + 1}`),
): Study {
  const rows = table.flatMap((cells, first) =>
    cells.flatMap((times, second) => (times > 0 ? [{ codes: [first, second], times }] : [])),
  );
  return { categories, raters: 2, rows };
}

export function tallyOfStudy({ categories, raters, rows }: Study): Tally {
  const counting = tallying(categories, raters);
  for (const { codes, times } of rows) counting.add(codes, times);
  return counting.tally();
}

/** Above this many items the bootstrap over items is left out. */
export const bootstrapLimit = 5_000;

/** 95 % percentile bootstrap over items, for all measures at once; a measure without an interval is left out. */
export function itemIntervals(
  study: Study,
  measures: readonly RatingMeasure[],
  chance: Chance,
  resamples = 1000,
): ReadonlyMap<string, Interval> {
  const itemRows = study.rows.flatMap(({ times }, row) =>
    times < bootstrapLimit ? Array<number>(times).fill(row) : [],
  );
  const items = study.rows.reduce((total, { times }) => total + times, 0);
  if (items < 2 || items > bootstrapLimit || itemRows.length !== items) return new Map();

  const values = new Map<string, number[]>(measures.map(({ id }) => [id, []]));
  for (let draw = 0; draw < resamples; draw++) {
    const times = new Int32Array(study.rows.length);
    for (let item = 0; item < items; item++) {
      const row = itemRows[pick(chance, items)] ?? 0;
      times[row] = (times[row] ?? 0) + 1;
    }
    const rows = study.rows.map(({ codes }, row) => ({ codes, times: times[row] ?? 0 }));
    const tally = tallyOfStudy({ ...study, rows: rows.filter((row) => row.times > 0) });
    for (const { id, value } of measures) {
      const outcome = value(tally);
      if (outcome.known) values.get(id)?.push(outcome.value);
    }
  }
  return new Map(
    [...values].flatMap(([id, known]) => {
      if (known.length < resamples * 0.95) return [];
      known.sort((a, b) => a - b);
      return [[id, { low: quantile(known, 0.025), high: quantile(known, 0.975), resamples }] as const];
    }),
  );
}
