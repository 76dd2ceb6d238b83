import "server-only";
import { z } from "zod";
import { seal, unseal } from "@/server/seal";

const purpose = ["cursor"];

/**
 * The sort key of the last row of a page, sealed: it may be the number of a row, which would tell how many others
 * there are. The same key always gives the same text.
 */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  seal(purpose, Buffer.from(JSON.stringify(key)));

/** What a list's `?cursor=` means, read by the shape of that list's sort key; a forged or foreign one is invalid. */
export const cursorOf = <Key extends z.ZodType<readonly (string | number)[]>>(key: Key) =>
  z
    .string()
    .max(4000)
    .transform((text, context) => {
      const plain = unseal(purpose, text);
      const parsed = plain && key.safeParse(JSON.parse(plain.toString("utf8")));
      if (parsed?.success) return parsed.data;
      context.addIssue({ code: "custom", message: "Not a cursor of this list." });
      return z.NEVER;
    });

/** How many rows a page holds. */
export const limitOf = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);

/** A list's answer: a page of rows, and the cursor of the next page if there is one. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ items: z.array(row), next: z.string().optional() });

export type Page<Row> = { items: Row[]; next?: string };

/** Makes a page from one row more than it holds. */
export function toPage<Row>(rows: Row[], limit: number, keyOf: (row: Row) => readonly (string | number)[]): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(keyOf(last)) } : { items };
}
