import "server-only";
import { z } from "zod";

/** The sort key of the last row of a page, as an opaque text. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** What a list's `?cursor=` means, read by the shape of that list's sort key; a forged or foreign one is invalid. */
export const cursorOf = <Key extends z.ZodType<readonly (string | number)[]>>(key: Key) =>
  z
    .string()
    .max(1000)
    .transform((text, context) => {
      try {
        const parsed = key.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
        if (parsed.success) return parsed.data;
      } catch {
        // Not JSON: invalid like any other forged cursor.
      }
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
