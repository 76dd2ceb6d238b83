import type { Span } from "@/editor/positions";

export type Pen = "claim" | "place" | "source" | "custom";

/** An annotation as far as the page shows it. */
export type Drawn = {
  readonly id: string;
  readonly kind: string;
  readonly state: "open" | "accepted" | "returned" | "rejected";
  readonly mine: boolean;
  /** Somebody talks about it. */
  readonly discussed: boolean;
  readonly spans: readonly Span[];
};

export const penOf = (kind: string): Pen =>
  kind === "claim" || kind === "place" || kind === "source" ? kind : "custom";

/** Underlined kinds need a line of their own where they overlap. */
export const isUnderlined = (kind: string) => kind !== "claim";

export const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

export const sameDrawing = (a: Drawn, b: Drawn) =>
  a.kind === b.kind &&
  a.state === b.state &&
  a.mine === b.mine &&
  a.discussed === b.discussed &&
  a.spans.length === b.spans.length &&
  a.spans.every(({ start, end }, at) => start === b.spans[at]?.start && end === b.spans[at]?.end);
