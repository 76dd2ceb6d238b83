import "server-only";
import { randomBytes } from "node:crypto";
import { v5, v7 } from "uuid";
import type { z } from "zod";

/** A new id of a kind: `newId(TagId)`. UUID version 7, so that rows made together lie together. */
export function newId<Id extends z.ZodType<string>>(kind: Id): z.infer<Id> {
  return kind.parse(v7());
}

const namespace = "5a0c2f1e-3b7d-4c59-9f0a-6d1e8b24c7a3";

/** The same id of a kind for the same words: what is sent again with its operation id finds what it made. */
export function idFor<Id extends z.ZodType<string>>(kind: Id, words: readonly string[]): z.infer<Id> {
  return kind.parse(v5(words.join(" "), namespace));
}

/** 256 random bits, as text that travels in a cookie, a header or a link. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
