import { z } from "zod";
import type { BlockShape } from "./block-shape";
import type { StoredBlock } from "./blocks";
import { codePoint } from "./offsets";

const from = (least: number) => z.int().min(least);

const shape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), attributes: z.strictObject({}) }),
  z.object({ type: z.literal("heading"), attributes: z.strictObject({ level: from(1).max(6) }) }),
  z.object({
    type: z.literal("list-item"),
    attributes: z.strictObject({ kind: z.enum(["bullet", "ordered"]), depth: from(1), marker: z.string() }),
  }),
  z.object({ type: z.literal("quote"), attributes: z.strictObject({ depth: from(1) }) }),
  z.object({ type: z.literal("table-cell"), attributes: z.strictObject({ row: from(1), column: from(1) }) }),
  z.object({ type: z.literal("footnote"), attributes: z.strictObject({ marker: z.string() }) }),
]) satisfies z.ZodType<BlockShape>;

const placed = z.object({ before: z.string(), text: z.string().min(1), start: from(0).transform(codePoint) });

/** Reads a kept block back from a row or a file. */
export const storedBlock: z.ZodType<StoredBlock> = z.intersection(placed, shape);
