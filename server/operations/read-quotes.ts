import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { knownQuotes, mostQuotes, type Quotes } from "@/domain/entity/quotes";
import { fail, ok, type Result } from "@/domain/failure";
import type { EntityId, ProjectId } from "@/domain/ids";
import { findEntity } from "@/server/data/entities/find";
import { outletsOf, quotesIn } from "@/server/data/entities/quotes";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** Who quotes whom in a project, or around one of its entities, as far as this person sees it. */
export async function readQuotes(
  actor: Actor,
  { projectId, entity }: { projectId: ProjectId; entity: EntityId | undefined },
): Promise<Result<Quotes>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const viewer = { actor, standing };
  const found = entity && (await findEntity(sql, viewer, entity));
  if (entity && found?.projectId !== projectId) return fail({ kind: "not-found" });
  const around = found ? (found.mergedInto ?? found.id) : undefined;
  const pairs = await quotesIn(sql, viewer, { projectId, entity: around, limit: 5 * mostQuotes });
  const items = knownQuotes(pairs, await outletsOf(sql, viewer, projectId));
  return ok({ items: items.slice(0, mostQuotes), more: items.length > mostQuotes });
}
