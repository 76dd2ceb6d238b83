import type { Spot } from "@/domain/interchange/document";

/** A row of a token or of a part of one. Offsets as they are said. */
export type Row = { unit: string; start: number; end: number; words: string; cells: readonly string[] };

export type Place = { spot: Spot; said: string };
/** An annotation while its rows come in: `units` are numbers of rows. */
export type Draft = Place & {
  id: string;
  layer: string;
  features: Record<string, string | null>;
  units: number[];
  slots: Map<string, { roles: string[]; targets: string[]; base: string }>;
  /** Its number in the chain it is of. */
  chain?: { chain: string; element: number };
};
/** A relation: it stands in the row of its target and names the unit of its source. */
export type LinkDraft = Place & {
  layer: string;
  base: string;
  features: Record<string, string | null>;
  row: number;
  unit: string;
  source?: string;
};

/** What links are resolved against. */
export type Drafted = {
  readonly key: string;
  /** By layer and name: `#3` for a number, else the row and the place in it. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Annotations of each layer in each row. */
  readonly inUnit: ReadonlyMap<string, readonly Draft[]>;
  readonly links: readonly LinkDraft[];
};
