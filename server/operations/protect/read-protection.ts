import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, ok, type Result } from "@/domain/failure";
import type { PermittedUseId, ProjectId } from "@/domain/ids";
import { disclosed } from "@/domain/protection/disclosed";
import type { Disclosure, OrdinaryName, ProtectedThing, ProtectionSettings } from "@/domain/protection/permitted-use";
import { exportsSince, settingsOf } from "@/server/data/protection/disclosures";
import { protectedThings, rowOf, type WantedThings } from "@/server/data/protection/find";
import { namesOfProtected } from "@/server/data/protection/load";
import { ordinaryNames } from "@/server/data/protection/names";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

/** A page of what is protected in a project, or what is said of one entity or report. */
export async function listProtected(actor: Actor, wanted: WantedThings): Promise<Result<Page<ProtectedThing>>> {
  const standing = await mayIn(actor, wanted.projectId, "see-protection");
  return standing.ok ? ok(await protectedThings(sql, { actor, standing: standing.value }, wanted)) : standing;
}

/** How a project protects. */
export async function readProtectionSettings(actor: Actor, projectId: ProjectId): Promise<Result<ProtectionSettings>> {
  const standing = await mayIn(actor, projectId, "see-protection");
  return standing.ok ? ok(await settingsOf(sql, actor, projectId)) : standing;
}

/** Protected names that may be ordinary words: what nobody decided on first. */
export async function listOrdinaryNames(
  actor: Actor,
  projectId: ProjectId,
): Promise<Result<{ items: OrdinaryName[] }>> {
  const standing = await mayIn(actor, projectId, "see-disclosures");
  if (!standing.ok) return standing;
  const names = await namesOfProtected(sql, { actor, standing: standing.value, projectId });
  return ok({ items: await ordinaryNames(sql, { actor, projectId }, names) });
}

/** Earlier exports that told more of a thing than may leave now, newest first. */
export async function listDisclosures(
  actor: Actor,
  id: PermittedUseId,
): Promise<Result<{ items: Disclosure[]; more: boolean }>> {
  const row = await rowOf(sql, actor, id);
  if (!row) return fail({ kind: "not-found" });
  const standing = await mayIn(actor, row.project, "see-disclosures");
  if (!standing.ok) return standing;
  const viewer = { actor, standing: standing.value };
  const { items } = await protectedThings(sql, viewer, { projectId: row.project, id, limit: 1 });
  if (!items[0]) return fail({ kind: "not-found" });
  const { history, exports, more } = await exportsSince(sql, actor, {
    id,
    projectId: row.project,
    reportId: row.report,
  });
  return ok({
    items: exports.filter((each) => disclosed(history, each)).map(({ protection: _, ...each }) => each),
    more,
  });
}

async function mayIn(actor: Actor, projectId: ProjectId, deed: ProjectDeed): Promise<Result<Standing>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, deed);
  return refusal ? fail(refusal) : ok(standing);
}
