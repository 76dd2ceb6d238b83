import { loadavg } from "node:os";

/** How a budget is kept: every run, or the middle one, stays under or over a number. */
export type Budget = { number: number; side: "below" | "at least" };

/** One thing that was measured several times. */
export type Figure = {
  name: string;
  unit: string;
  runs: readonly number[];
  /** Without a budget it is only told, to read the others by. */
  budget?: Budget;
  /** What the runs' middle was, and their spread. */
  median: number;
  least: number;
  most: number;
  kept?: boolean;
  /** Processes that wanted to run while it was measured: one minute's average. */
  load: number;
  note?: string;
};

type More = { budget?: Budget; note?: string };

export const below = (number: number): Budget => ({ number, side: "below" });
export const atLeast = (number: number): Budget => ({ number, side: "at least" });

/** A figure of at least one run; the budget is held against the median. */
export function figure(name: string, unit: string, runs: readonly number[], { budget, note }: More = {}): Figure {
  const sorted = runs.toSorted((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  return {
    name,
    unit,
    runs,
    median,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
    load: loadavg()[0] ?? 0,
    ...(budget ? { budget, kept: keeps(median, budget) } : {}),
    ...(note ? { note } : {}),
  };
}

const keeps = (value: number, { number, side }: Budget) => (side === "below" ? value < number : value >= number);

/** The value that this part (0 to 1) of the values does not exceed; `sorted` from low to high. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN;
}

export const p95 = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.95,
  );
