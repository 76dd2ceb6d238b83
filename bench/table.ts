import type { Figure } from "@/bench/figure";

/** Figures as a table in Markdown, for the terminal and for `docs/BENCHMARKS.md`. */
export function linesOf(figures: readonly Figure[]): string[] {
  return [
    "| what | median | spread | runs | budget | verdict | load |",
    "| --- | ---: | ---: | ---: | ---: | --- | ---: |",
    ...figures.map(lineOf),
  ];
}

function lineOf({ name, unit, runs, median, least, most, budget, kept, load, note }: Figure): string {
  const said = [
    note ? `${name} (${note})` : name,
    `${number(median)} ${unit}`,
    runs.length > 1 ? `${number(least)}–${number(most)}` : "",
    String(runs.length),
    budget ? `${budget.side === "below" ? "<" : "≥"} ${number(budget.number)} ${unit}` : "",
    kept === undefined ? "" : kept ? "kept" : "**missed**",
    load.toFixed(1),
  ];
  return `| ${said.join(" | ")} |`;
}

const number = (value: number) =>
  value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
