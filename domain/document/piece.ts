import type { BlockShape } from "@/domain/text/block-shape";
import type { Mark } from "./range";

/** Some characters that are marked alike. */
export interface Inline {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A block as a reader of documents hands it over: what it is, and its words. A line break inside it is LF. */
export interface Piece {
  readonly shape: BlockShape;
  readonly inlines: readonly Inline[];
}
