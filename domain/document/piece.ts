import type { BlockShape } from "@/domain/text/block-shape";
import type { Mark } from "./range";

/** That a comment of the document is about some characters, or, where there are none, stands between two. */
export interface CommentMark {
  readonly is: "comment";
  readonly id: string;
}

/** Some characters that are marked alike. */
export interface Inline {
  readonly text: string;
  readonly marks: readonly (Mark | CommentMark)[];
}

/** A block as a reader of documents hands it over: what it is, and its words. A line break inside it is LF. */
export interface Piece {
  readonly shape: BlockShape;
  readonly inlines: readonly Inline[];
}
