import { z } from "zod";
import { scopes } from "@/domain/access/actor";
import { TokenId } from "@/domain/ids";

export const PutToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length).default(["read"]),
  /** No end when left out. */
  expiresInDays: z.int().min(1).max(3650).optional(),
});
export type PutToken = z.infer<typeof PutToken>;

/** A token without its secret, which nobody can show again. */
export const Token = z.object({
  id: TokenId,
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime().optional(),
  expiresAt: z.iso.datetime().optional(),
});
export type Token = z.infer<typeof Token>;

export const NewToken = z.object({ ...Token.shape, token: z.string() });
export type NewToken = z.infer<typeof NewToken>;
