import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { acceptanceOf, isOn } from "@/domain/suggestion/acceptance";
import { oneForEach } from "@/domain/suggestion/cards";
import type { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import type { DecideSuggestions, Suggestions } from "@/domain/suggestion/suggestion";
import { findProject } from "@/server/data/projects";
import { type ReportStanding, standingIn, standingOn } from "@/server/data/standings";
import { acceptanceIn, type Learning } from "@/server/data/suggestion-memory";
import {
  decideSuggestions,
  hadFirstPass,
  hushRule,
  keepFirstPass,
  suggestionsIn,
  type Where,
} from "@/server/data/suggestions";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import { enginesNow, knowledgeOf, readWithEngines } from "@/server/operations/read-with-engines";

type Admitted = { where: Where; standing: ReportStanding["standing"]; project: Project };

/** Where this person's suggestions are, if they may tag the report. */
async function admitted(
  db: Sql,
  actor: Actor,
  reportId: ReportId,
  deed: "tag" | "see-work",
): Promise<Result<Admitted>> {
  const on = await standingOn(db, actor, reportId);
  const project = on && (await findProject(db, actor, on.projectId));
  if (!project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, deed);
  if (refusal) return fail(refusal);
  const { standing, projectId, revisionId } = on;
  const where = { projectId, reportId, revisionId, layer: writingLayer(actor.userId, standing) };
  return ok({ standing, project, where });
}

/** What was proposed for a report in the layer this person works in, and not rejected, by rules that are on. */
export async function listSuggestions(actor: Actor, reportId: ReportId): Promise<Result<Suggestions>> {
  const on = await admitted(sql, actor, reportId, "see-work");
  return on.ok ? ok(await shown(actor, on.value)) : on;
}

/**
 * Lets the engines read a report, once for each of their versions and each layer, the one that learns again when there
 * is something new to know; and answers what they propose. They know what the person may know: what was tagged or
 * located in closed layers of others is not among it.
 */
export async function proposeTags(actor: Actor, reportId: ReportId): Promise<Result<Suggestions>> {
  const on = await admitted(sql, actor, reportId, "tag");
  if (!on.ok) return on;
  const { where, standing, project } = on.value;
  if (project.suggestions.on) {
    const learning: Learning = { actor, standing, projectId: where.projectId };
    const engines = await enginesNow(learning);
    await readWithEngines({ actor, standing }, where, { engines, knowledge: () => knowledgeOf(learning, project) });
  }
  return ok(await shown(actor, on.value));
}

async function shown(actor: Actor, { where, standing, project }: Admitted): Promise<Suggestions> {
  const { suggestions: settings } = project;
  if (!settings.on) return { items: [], acceptance: [], waits: "off" };
  if (settings.afterFirstPass && !(await hadFirstPass(sql, actor, where.reportId)))
    return { items: [], acceptance: [], waits: "first-pass" };
  const [items, counted] = await Promise.all([
    suggestionsIn(sql, actor, where),
    acceptanceIn(sql, { actor, standing, projectId: where.projectId }),
  ]);
  const acceptance = counted.map((each) => acceptanceOf(each, settings));
  const on = oneForEach(items).filter(({ engine, reason }) =>
    isOn({ engine, rule: reason.rule }, acceptance, settings),
  );
  return { items: on, acceptance };
}

/** What became of each rule's suggestions in a project, as far as this person may know. */
export async function readAcceptance(
  actor: Actor,
  projectId: ProjectId,
): Promise<Result<{ items: readonly RuleAcceptance[] }>> {
  const standing = await standingIn(sql, actor, projectId);
  const project = standing && (await findProject(sql, actor, projectId));
  if (!project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-work");
  if (refusal) return fail(refusal);
  const counted = await acceptanceIn(sql, { actor, standing, projectId });
  return ok({ items: counted.map((each) => acceptanceOf(each, project.suggestions)) });
}

/** Rejects suggestions, hides those of a rule in this report, or takes that back; or notes a first pass. */
export function decideOnSuggestions(
  actor: Actor,
  reportId: ReportId,
  { reject = [], reopen = [], hush, unhush, firstPass }: DecideSuggestions,
): Promise<Result<undefined>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const on = await admitted(tx, actor, reportId, "tag");
    if (!on.ok) return on;
    const by = actor.userId;
    await decideSuggestions(tx, on.value.where, { ids: reject, state: "rejected", by });
    await decideSuggestions(tx, on.value.where, { ids: reopen, state: "open", by });
    if (hush) await hushRule(tx, on.value.where, { ...hush, hushed: true });
    if (unhush) await hushRule(tx, on.value.where, { ...unhush, hushed: false });
    if (firstPass) await keepFirstPass(tx, actor, reportId);
    return ok(undefined);
  });
}
