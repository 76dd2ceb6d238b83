import "server-only";
import { z } from "zod";
import { NamedEntry } from "@/domain/history/entry";
import { cursorOf, limitOf, pageOf } from "@/server/page";

/** The query of a list of history entries: newest first, from the entry after the cursor's on. */
export const ActivityQuery = z
  .object({ cursor: cursorOf(z.tuple([z.string().regex(/^\d{1,19}$/)])).optional(), limit: limitOf(200, 50) })
  .transform(({ cursor, limit }) => ({ before: cursor?.[0], limit }));

export const ActivityPage = pageOf(NamedEntry);
