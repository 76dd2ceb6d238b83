import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { UserId } from "@/domain/ids";
import type { PersonToken, Token } from "@/domain/people/token";
import { everybodysTokens, tokensOf } from "@/server/data/tokens";
import { sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

/** This person's own tokens, without their secrets. */
export async function listTokens(actor: Actor): Promise<Result<{ items: Token[] }>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  return refusal ? fail(refusal) : ok({ items: await tokensOf(actor.workspaceId, actor.userId) });
}

export type AskTokens = { person?: UserId | undefined; after: readonly [string, string] | undefined; limit: number };

/** The tokens that work, of everybody in the workspace or of one person, for its admins. */
export async function listEverybodysTokens(actor: Actor, asked: AskTokens): Promise<Result<Page<PersonToken>>> {
  const refusal = refusalInWorkspace(actor, "manage-people");
  if (refusal) return fail(refusal);
  return ok(await everybodysTokens(sql, actor.workspaceId, { person: undefined, ...asked }));
}
