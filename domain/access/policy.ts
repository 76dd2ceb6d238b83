import { type Actor, type Scope, type Standing, scopes } from "@/domain/access/actor";
import { analystLayer, type Layer } from "@/domain/access/layer";
import { type ProjectDeed, projectDeeds } from "@/domain/access/project-deeds";
import type { AssignmentState } from "@/domain/assignment/assignment";
import { isIn, type Who } from "@/domain/assignment/machine";
import type { Failure, Refusal } from "@/domain/failure";
import type { UserId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";

/**
 * Who may do what: the only such place, asked by server and interface alike.
 *
 * A thing the actor cannot see is answered "not-found" before anybody asks here; this file only says what
 * those who see a thing may do to it.
 */
const rank: Record<ProjectRole, number> = { reader: 0, analyst: 1, reviewer: 2, editor: 3 };
const atLeast = (role: ProjectRole, least: ProjectRole) => rank[role] >= rank[least];

const needs: Record<Exclude<ProjectRole, "reader">, Refusal> = {
  analyst: "needs-analyst",
  reviewer: "needs-reviewer",
  editor: "needs-editor",
};

/** What may still be done in an archived project. */
const inArchive: ReadonlySet<ProjectDeed> = new Set(["be-present", "archive-project"]);

/** The actions of a workspace: what an admin does, and what anybody does to their own things. */
export const workspaceDeeds = {
  "see-own": { role: "member", scope: "read" },
  "mark-own": { role: "member", scope: "write" },
  "manage-own": { role: "member", scope: "admin" },
  "make-project": { role: "admin", scope: "write" },
  "delete-project": { role: "admin", scope: "write" },
  "manage-people": { role: "admin", scope: "admin" },
  "see-audit": { role: "admin", scope: "read" },
  "see-place-names": { role: "admin", scope: "read" },
  "add-place-names": { role: "admin", scope: "write" },
} as const;
export type WorkspaceDeed = keyof typeof workspaceDeeds;

const forbidden = (reason: Refusal): Failure => ({ kind: "forbidden", reason });

/** Undefined when allowed, else the failure to answer. */
export function refusalInProject(actor: Actor, standing: Standing, deed: ProjectDeed): Failure | undefined {
  const rule = projectDeeds[deed];
  if (!actor.scopes.includes(rule.scope)) return forbidden("token-scope");
  if (rule.role !== "reader" && !atLeast(standing.role, rule.role)) return forbidden(needs[rule.role]);
  if (standing.archived && rule.scope === "write" && !inArchive.has(deed)) return forbidden("project-archived");
  return undefined;
}

export function refusalInWorkspace(actor: Actor, deed: WorkspaceDeed): Failure | undefined {
  const rule = workspaceDeeds[deed];
  if (!actor.scopes.includes(rule.scope)) return forbidden("token-scope");
  if (rule.role === "admin" && actor.workspaceRole !== "admin") return forbidden("needs-admin");
  return undefined;
}

/** When the token ends that somebody came with; undefined for one without an end, and for a browser's sign-in. */
export const endOfToken = ({ via }: Actor): Date | undefined => ("token" in via ? via.expiresAt : undefined);

/** Whether this person may make a token like that: with a token, none that may do more or lasts longer than itself. */
export function refusalForToken(
  actor: Actor,
  wanted: { scopes: readonly Scope[]; expiresAt: Date | undefined },
): Failure | undefined {
  if (!wanted.scopes.every((scope) => actor.scopes.includes(scope))) return forbidden("token-scope");
  const end = endOfToken(actor);
  if (end === undefined) return undefined;
  return wanted.expiresAt === undefined || wanted.expiresAt > end ? forbidden("more-than-token") : undefined;
}

/**
 * Whether this person may make a link that lets `whom` in, somebody new when left out. Whoever follows it has a password
 * and may do everything their roles allow, without an end: no token makes that for its own person, and only a token that
 * is as unlimited makes it for another.
 */
export function refusalForLink(actor: Actor, whom?: UserId): Failure | undefined {
  const refusal = refusalInWorkspace(actor, "manage-people");
  if (refusal || "session" in actor.via) return refusal;
  const unlimited = endOfToken(actor) === undefined && scopes.every((scope) => actor.scopes.includes(scope));
  return unlimited && whom !== actor.userId ? undefined : forbidden("more-than-token");
}

/** Where a new tag of this person goes: in blind projects an analyst's own layer, a reviewer's the final one. */
export function writingLayer(userId: UserId, { role, mode }: Standing): Layer {
  if (mode === "shared") return "shared";
  return worksBlind({ role, mode }) ? analystLayer(userId) : "final";
}

/** Whether what this person does stays in a layer of their own until that opens. */
export const worksBlind = ({ role, mode }: Standing): boolean => mode === "independent" && !atLeast(role, "reviewer");

/** Which layers of a report this person sees; the server's SQL predicate `visibleTo` says the same. */
export function maySeeLayer(userId: UserId, { role, mode }: Standing, layer: Layer, layersOpen: boolean): boolean {
  if (mode === "shared") return layer === "shared";
  if (layer === analystLayer(userId)) return true;
  if (role === "reader") return layer === "final";
  return layersOpen || (layer === "final" && atLeast(role, "reviewer"));
}

/**
 * Whether this person may know that a colleague has the report open. In blind work analysts don't know of each other,
 * nor of their reviewers, until the layers open; those who only read see nobody.
 */
export function maySeePresent(
  userId: UserId,
  { role, mode }: Standing,
  { colleague, layersOpen }: { colleague: UserId; layersOpen: boolean },
): boolean {
  if (colleague === userId) return true;
  if (role === "reader") return false;
  return mode === "shared" || layersOpen || atLeast(role, "reviewer");
}

/** Whether somebody may be told of a thing: only of what they would see when they follow the line. */
export function mayBeTold(
  { userId, standing, layersOpen }: { userId: UserId; standing: Standing; layersOpen: boolean },
  about: { layer?: Layer | undefined; discussion: boolean; tag: boolean },
): boolean {
  if (standing.role === "reader" && (about.discussion || about.tag)) return false;
  return about.layer === undefined || maySeeLayer(userId, standing, about.layer, layersOpen);
}

/** Whether releases that nobody has approved yet are there for this person. */
export const mayDecideOnReleases = ({ role }: Standing): boolean => atLeast(role, projectDeeds["decide-release"].role);

/** A reader sees accepted tags and nothing else. */
export const seesOnlyAccepted = ({ role }: Standing): boolean => role === "reader";

/**
 * A tag is changed by those who may tag in its layer; in a shared layer that is every analyst, with history. What a
 * blind analyst has handed in stays as it is until it is returned to them: `work` is where their own work stands.
 */
export function refusalForTag(
  actor: Actor,
  standing: Standing,
  tag: { layer: Layer; reportClosed: boolean; work?: AssignmentState | undefined },
): Failure | undefined {
  const refusal = refusalInProject(actor, standing, "tag");
  if (refusal) return refusal;
  if (tag.layer !== writingLayer(actor.userId, standing)) return forbidden("not-your-layer");
  if (tag.reportClosed) return forbidden("report-closed");
  const own = standing.mode === "independent" && tag.layer === analystLayer(actor.userId);
  return own && tag.work !== undefined && isIn(tag.work) ? forbidden("handed-in") : undefined;
}

export type ComparingDeed = "compare" | "merge-layers";

/** Analysts' work is compared once nobody works blind any more, by everybody who then sees it. */
export function refusalForComparison(
  actor: Actor,
  standing: Standing,
  { deed, layersOpen }: { deed: ComparingDeed; layersOpen: boolean },
): Failure | undefined {
  const refusal = refusalInProject(actor, standing, deed);
  if (refusal || standing.mode === "shared") return refusal;
  return layersOpen ? undefined : forbidden("layers-closed");
}

/** With the two-person rule nobody accepts what they wrote themselves. */
export function refusalForVerdict(
  actor: Actor,
  standing: Standing,
  about: { author: UserId; twoPersonRule: boolean; accepting: boolean; reportClosed: boolean },
): Failure | undefined {
  const refusal = refusalInProject(actor, standing, "decide");
  if (refusal) return refusal;
  if (about.reportClosed) return forbidden("report-closed");
  if (about.twoPersonRule && about.accepting && about.author === actor.userId) return forbidden("own-work");
  return undefined;
}

/** An event is decided by a reviewer; with the two-person rule nobody accepts the version of it that they wrote. */
export function refusalForEvent(
  actor: Actor,
  standing: Standing,
  about: { author: UserId; twoPersonRule: boolean; accepting: boolean },
): Failure | undefined {
  const refusal = refusalInProject(actor, standing, "decide-event");
  if (refusal) return refusal;
  return about.twoPersonRule && about.accepting && about.author === actor.userId ? forbidden("own-work") : undefined;
}

const deedOf: Record<Who, ProjectDeed> = { self: "do-work", reviewer: "review-work", editor: "assign" };

/** Who may bring an assignment a step further: whose it is, a reviewer or an editor, as the step says. */
export function refusalForStep(
  actor: Actor,
  standing: Standing,
  { who, mine }: { who: readonly Who[]; mine: boolean },
): Failure | undefined {
  const refusals = who
    .filter((each) => each !== "self" || mine)
    .map((each) => refusalInProject(actor, standing, deedOf[each]));
  if (refusals.some((refusal) => refusal === undefined)) return undefined;
  return refusals[0] ?? refusalInProject(actor, standing, "do-work") ?? forbidden("not-your-assignment");
}

/** In blind projects analysts see nobody else's assignment until the report's layers are open. */
export const seesEverybodysWork = ({ role, mode }: Standing, layersOpen: boolean): boolean =>
  mode === "shared" || layersOpen || atLeast(role, "reviewer");

/**
 * Who may say what may leave: everybody who tags may let less of something leave, a reviewer may let more. Somebody who
 * works blind says it of passages and of entities of their own layer, since of anything else others would learn of it.
 */
export function refusalForPermittedUse(
  actor: Actor,
  standing: Standing,
  about: { loosens: boolean; everybodys: boolean },
): Failure | undefined {
  const refusal = refusalInProject(actor, standing, about.loosens ? "permit" : "protect");
  if (!about.loosens || !worksBlind(standing)) {
    return refusal ?? (worksBlind(standing) && about.everybodys ? forbidden("needs-reviewer") : undefined);
  }
  return about.everybodys ? refusal : refusalInProject(actor, standing, "protect");
}
