/** What a block is; the attributes say how to draw it. */
export type BlockShape =
  | { readonly type: "paragraph"; readonly attributes: Readonly<Record<never, never>> }
  | { readonly type: "heading"; readonly attributes: { readonly level: number } }
  | { readonly type: "list-item"; readonly attributes: ListItem }
  | { readonly type: "quote"; readonly attributes: { readonly depth: number } }
  | { readonly type: "table-cell"; readonly attributes: TableCell }
  | { readonly type: "footnote"; readonly attributes: Footnote };

export type BlockType = BlockShape["type"];

export interface ListItem {
  readonly kind: "bullet" | "ordered";
  /** 1 for an item of an outermost list. */
  readonly depth: number;
  /** What the text has in front of the item: "-", "3.". */
  readonly marker: string;
}

/** Counted from 1; row 1 holds the headings. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
}

/** `marker`: what stands in the text where the note belongs, and before the note: "1", "*". */
export interface Footnote {
  readonly marker: string;
}

/** A block found in a text: where it stands, in UTF-16 units, and what it is. */
export interface BlockRun {
  readonly from: number;
  readonly to: number;
  readonly shape: BlockShape;
}

export const PARAGRAPH: BlockShape = { type: "paragraph", attributes: {} };
