import type { Span } from "@/editor/positions";

export type Pen = "claim" | "place" | "source" | "custom";

export const drawnStates = ["open", "accepted", "returned", "rejected"] as const;

/** An annotation as far as the page shows it. */
export type Drawn = {
  readonly id: string;
  readonly kind: string;
  readonly state: (typeof drawnStates)[number];
  readonly mine: boolean;
  /** Somebody talks about it. */
  readonly discussed: boolean;
  readonly spans: readonly Span[];
};

export const penOf = (kind: string): Pen =>
  kind === "claim" || kind === "place" || kind === "source" ? kind : "custom";

/** The class of a kind's marks: a project's label "label:arms" is "label-arms". */
export const kindClass = (kind: string) => (penOf(kind) === "custom" ? kind.replace(":", "-") : `tag-${kind}`);

/** Underlined kinds need a line of their own where they overlap. */
export const isUnderlined = (kind: string) => kind !== "claim";

/** How much text spans cover, in code points. */
export const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
