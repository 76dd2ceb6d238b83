import "server-only";
import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { z } from "zod";

/** A new id of a kind: `newId(TagId)`. UUID version 7, so that rows made together lie together. */
export function newId<Id extends z.ZodType<string>>(kind: Id): z.infer<Id> {
  return kind.parse(v7());
}

/** 256 random bits, as text that travels in a cookie, a header or a link. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
