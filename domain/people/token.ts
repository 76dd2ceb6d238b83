import { z } from "zod";
import { scopes } from "@/domain/access/actor";
import { TokenId, UserId } from "@/domain/ids";

export const PutToken = z.strictObject({
  /** Sent again with the same id it makes no second token; the first one's secret is not shown again. */
  id: TokenId.optional(),
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length).default(["read"]),
  /** Without it the token has no end, or the end of the token it is made with. */
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

/** A token that works, with whose it is: what an admin sees of everybody's. */
export const PersonToken = Token.extend({ userId: UserId, personName: z.string(), email: z.string() });
export type PersonToken = z.infer<typeof PersonToken>;

export const NewToken = z.object({ ...Token.shape, token: z.string() });
export type NewToken = z.infer<typeof NewToken>;
