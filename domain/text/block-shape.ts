import { z } from "zod";

/** What a block is; the attributes say how to draw it. */
export const BlockShape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), attributes: z.object({}) }),
  z.object({ type: z.literal("heading"), attributes: z.object({ level: z.int().min(1).max(6) }) }),
  z.object({
    type: z.literal("list-item"),
    attributes: z.object({
      kind: z.enum(["bullet", "ordered"]),
      /** 1 for an item of an outermost list. */
      depth: z.int().min(1),
      /** What the text has in front of the item: "-", "3.". */
      marker: z.string(),
    }),
  }),
  z.object({ type: z.literal("quote"), attributes: z.object({ depth: z.int().min(1) }) }),
  z.object({
    type: z.literal("table-cell"),
    /** Counted from 1; row 1 holds the headings. */
    attributes: z.object({ row: z.int().min(1), column: z.int().min(1) }),
  }),
]);
export type BlockShape = z.infer<typeof BlockShape>;
export type BlockType = BlockShape["type"];

/** A block found in a text: where it stands, in UTF-16 units, and what it is. */
export interface BlockRun {
  readonly from: number;
  readonly to: number;
  readonly shape: BlockShape;
}

export const PARAGRAPH: BlockShape = { type: "paragraph", attributes: {} };
