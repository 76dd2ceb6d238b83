import type { Chance } from "@/domain/agreement/chance";
import type { Outcome } from "@/domain/agreement/outcome";

/** What a measure looks at: ratings of items, units on a continuum (one list a category), or spans of a report. */
export type Takes = "ratings" | "units" | "spans";

/** What is said of a measure wherever it is shown. */
export interface MeasureCard {
  readonly id: string;
  readonly name: string;
  /** One sentence, in English. */
  readonly definition: string;
  readonly source: { readonly citation: string; readonly link: string };
  readonly takes: Takes;
  readonly raters: "two" | "two or more";
}

/**
 * A measure over one report or many. What a report adds is counted once (`part`); parts can be pooled, and any
 * part, pooled or not, has a value. Chance is only drawn on by measures that need it.
 */
export interface Measure<Data, Part> extends MeasureCard {
  readonly part: (report: Data, chance: Chance) => Part;
  readonly pool: (parts: readonly Part[]) => Part;
  readonly value: (part: Part) => Outcome;
}
