import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { Token } from "@/domain/people/token";
import { tokensOf } from "@/server/data/tokens";

/** The asker's own tokens, without their secrets. */
export async function listTokens(actor: Actor): Promise<Result<{ items: Token[] }>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  return refusal ? fail(refusal) : ok({ items: await tokensOf(actor.workspaceId, actor.userId) });
}
