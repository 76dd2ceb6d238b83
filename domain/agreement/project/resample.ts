import { type Interval, quantile } from "@/domain/agreement/bootstrap";
import { type Chance, pick } from "@/domain/agreement/chance";
import { none, number, type Outcome } from "@/domain/agreement/outcome";
import type { Steps } from "@/domain/agreement/project/layers";
import { addRows, type Row, type Sheet } from "@/domain/agreement/project/sheet";

/** What is asked of a sheet. */
export interface Asked {
  readonly id: string;
  readonly value: (sheet: Sheet) => Outcome;
}

/** The answer to one question over many reports. */
export interface Over {
  readonly pooled: Outcome;
  readonly pooledInterval: Interval | undefined;
  readonly meanOfReports: Outcome;
  readonly meanInterval: Interval | undefined;
  readonly reportsWithNumber: number;
}

/** What one report adds, and how it stands for itself, with as many raters as it had. */
export interface Part {
  readonly row: Row;
  readonly sheet: () => Sheet;
}

/**
 * Answers every question over all reports: pooled, and as the mean of the reports' own values, each with the 95 %
 * percentile bootstrap over reports (see `intervalOf`). One draw of reports serves all questions, a step a draw.
 * `read` turns a sum of rows into a sheet.
 */
export function* over(
  parts: readonly Part[],
  read: (row: Row) => Sheet,
  asked: readonly Asked[],
  { chance, resamples }: { readonly chance: Chance; readonly resamples: number },
): Steps<ReadonlyMap<string, Over>> {
  const rows = parts.map(({ row }) => row);
  const pooled = read(addRows(rows));
  const own = parts.map(({ sheet }) => sheet());
  const values = asked.map(({ value }) =>
    own.flatMap((sheet) => {
      const outcome = value(sheet);
      return outcome.known ? [outcome.value] : [];
    }),
  );
  yield;
  const drawn = asked.map((): number[] => []);
  const means = asked.map((): number[] => []);
  const times = new Int32Array(rows.length);
  for (let draw = 0; rows.length > 1 && draw < resamples; draw++) {
    times.fill(0);
    for (let report = 0; report < rows.length; report++) {
      const place = pick(chance, rows.length);
      times[place] = (times[place] ?? 0) + 1;
    }
    const sheet = read(addRows(rows, times));
    asked.forEach(({ value }, place) => {
      const outcome = value(sheet);
      if (outcome.known) drawn[place]?.push(outcome.value);
      means[place]?.push(meanOfDraw(values[place] ?? [], chance));
    });
    yield;
  }
  return new Map(
    asked.map(({ id, value }, place) => {
      const each = values[place] ?? [];
      const answer: Over = {
        pooled: rows.length === 0 ? none("nobody-tagged") : value(pooled),
        pooledInterval: middle(drawn[place] ?? [], resamples),
        meanOfReports: each.length === 0 ? none("no-report-has-a-number") : number(meanOf(each)),
        meanInterval: each.length < 2 ? undefined : middle(means[place] ?? [], resamples),
        reportsWithNumber: each.length,
      };
      return [id, answer] as const;
    }),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function meanOfDraw(values: readonly number[], chance: Chance): number {
  let total = 0;
  for (let each = 0; each < values.length; each++) total += values[pick(chance, values.length)] ?? 0;
  return total / values.length;
}

function middle(values: readonly number[], resamples: number): Interval | undefined {
  if (values.length < Math.max(2, resamples * 0.95)) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975), resamples };
}
