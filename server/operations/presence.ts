import "server-only";
import type { Actor } from "@/domain/access/actor";
import { maySeePresent, refusalInProject } from "@/domain/access/policy";
import type { ProjectDeed } from "@/domain/access/project-deeds";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import type { Presence } from "@/domain/presence/presence";
import { arrive, depart, presentIn } from "@/server/data/live/presences";
import { type ReportStanding, standingOn } from "@/server/data/standings";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";

/** Which colleagues have the report open, as far as this person may know it; never this person. */
export async function readPresence(actor: Actor, reportId: ReportId): Promise<Result<Presence>> {
  const on = await admitted(sql, actor, reportId, "see-project");
  return on.ok ? ok(await colleagues(sql, actor, on.value)) : on;
}

/** Says that this person's tab has the report open; to be said again within half a minute. */
export const bePresent = (actor: Actor, reportId: ReportId, client: string): Promise<Result<Presence>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const on = await admitted(tx, actor, reportId, "be-present");
    if (!on.ok) return on;
    await arrive(tx, actor.userId, reportId, client);
    return ok(await colleagues(tx, actor, on.value));
  });

/** Says that it has not any more. */
export const leave = (actor: Actor, reportId: ReportId, client: string): Promise<Result<undefined>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    const on = await admitted(tx, actor, reportId, "be-present");
    if (!on.ok) return on;
    await depart(tx, actor.userId, reportId, client);
    return ok(undefined);
  });

async function admitted(db: Sql, actor: Actor, id: ReportId, deed: ProjectDeed): Promise<Result<ReportStanding>> {
  const on = await standingOn(db, actor, id);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, deed);
  return refusal ? fail(refusal) : ok(on);
}

async function colleagues(db: Sql, actor: Actor, { standing, reportId }: ReportStanding): Promise<Presence> {
  const people = await presentIn(db, [actor.workspaceId], reportId);
  const seen = people.filter(
    ({ userId, layersOpen }) =>
      userId !== actor.userId && maySeePresent(actor.userId, standing, { colleague: userId, layersOpen }),
  );
  return { items: seen.map(({ userId, name }) => ({ userId, name })) };
}
