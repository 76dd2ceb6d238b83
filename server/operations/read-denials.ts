import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ClaimDenials } from "@/domain/event/claim-denials";
import { denialsOf } from "@/domain/event/denials-of";
import { fail, ok, type Result } from "@/domain/failure";
import type { TagId } from "@/domain/ids";
import { findEvents, withDerived } from "@/server/data/events/find";
import { eventsWith } from "@/server/data/events/with-claim";
import { standingOn } from "@/server/data/standings";
import { findTag } from "@/server/data/tags/find";
import { seesTag } from "@/server/data/tags/read";
import { sql } from "@/server/data/transaction";

/** What a claim denies and who denies it, in the events that this person sees. */
export async function readDenials(actor: Actor, id: TagId): Promise<Result<ClaimDenials>> {
  const tag = await findTag(sql, actor, id);
  const on = tag && (await standingOn(sql, actor, tag.reportId));
  if (!on || !(await seesTag(sql, actor, on.standing, id))) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-events");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing: on.standing };
  const kept = await findEvents(sql, viewer, await eventsWith(sql, actor.workspaceId, id));
  const { events, evidence } = await withDerived(sql, viewer, kept);
  return ok(denialsOf(id, events, evidence));
}
