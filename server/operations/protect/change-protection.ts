import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import {
  type ChangeProtection,
  type DecideName,
  type OrdinaryName,
  ProtectionSettings,
} from "@/domain/protection/permitted-use";
import { alike, carried } from "@/domain/seen";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { lockProject } from "@/server/data/projects";
import { keepSettings, settingsOf } from "@/server/data/protection/disclosures";
import { namesOfProtected } from "@/server/data/protection/load";
import { keepDecision, ordinaryNames } from "@/server/data/protection/names";
import { standingIn } from "@/server/data/standings";
import { inTransaction } from "@/server/data/transaction";

type Settings = { [K in keyof ProtectionSettings]: ProtectionSettings[K] | undefined };

/** Changes how a project protects. */
export const changeProtection = (
  actor: Actor,
  projectId: ProjectId,
  { seen, ...wish }: ChangeProtection,
): Promise<Result<ProtectionSettings>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "change-protection");
    if (refusal) return fail(refusal);
    await lockProject(tx, projectId);
    const now = await settingsOf(tx, actor, projectId);
    const { change, overruled } = carried<Settings>(wish, seen, now);
    if (overruled.length > 0) return fail({ kind: "conflict", current: now, fields: overruled });
    const then = ProtectionSettings.parse({ ...now, ...change });
    if (alike(now, then)) return ok(now);
    await keepSettings(tx, projectId, then);
    await remember(tx, { by: actor.userId, did: "changed-protection", projectId });
    return ok(then);
  });

/** Decides where a protected name is blocked out that may be an ordinary word. */
export const decideName = (
  actor: Actor,
  projectId: ProjectId,
  decide: DecideName,
): Promise<Result<{ items: OrdinaryName[] }>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "change-protection");
    if (refusal) return fail(refusal);
    await lockProject(tx, projectId);
    await keepDecision(tx, actor, projectId, decide);
    await remember(tx, { by: actor.userId, did: "decided-name", projectId });
    const names = await namesOfProtected(tx, { actor, standing, projectId });
    return ok({ items: await ordinaryNames(tx, { actor, projectId }, names) });
  });
