import { type Interval, intervalOf } from "@/domain/agreement/bootstrap";
import type { Chance } from "@/domain/agreement/chance";
import type { Measure } from "@/domain/agreement/measure";
import { none, number, type Outcome } from "@/domain/agreement/outcome";

/** A measure over many reports. Pooled and mean answer different questions, so they never share a name. */
export interface Summary {
  /** All reports counted as one: big reports weigh more. */
  readonly pooled: Outcome;
  readonly pooledInterval: Interval | undefined;
  /** The plain mean of the reports' own values, of those that have one: every report weighs the same. */
  readonly meanOfReports: Outcome;
  readonly meanInterval: Interval | undefined;
  readonly reports: number;
  readonly reportsWithNumber: number;
  /** Each report's own value, in the order given. */
  readonly perReport: readonly Outcome[];
}

/** Computes a measure pooled, per report and as a mean, with 95 % bootstrap intervals over reports. */
export function summarise<Data, Part>(
  measure: Measure<Data, Part>,
  reports: readonly Data[],
  chance: Chance,
  resamples = 1000,
): Summary {
  const parts = reports.map((report) => measure.part(report, chance));
  const perReport = parts.map(measure.value);
  const values = perReport.flatMap((outcome) => (outcome.known ? [outcome.value] : []));
  const pooled = (some: readonly Part[]) => measure.value(measure.pool(some));
  return {
    pooled: parts.length === 0 ? none("nobody-tagged") : pooled(parts),
    pooledInterval: intervalOf(parts, pooled, chance, resamples),
    meanOfReports: meanOf(values),
    meanInterval: intervalOf(values, meanOf, chance, resamples),
    reports: reports.length,
    reportsWithNumber: values.length,
    perReport,
  };
}

function meanOf(values: readonly number[]): Outcome {
  if (values.length === 0) return none("no-report-has-a-number");
  return number(values.reduce((total, value) => total + value, 0) / values.length);
}
