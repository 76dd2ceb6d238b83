import "server-only";
import { setImmediate as others } from "node:timers/promises";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import { fromProject, spotOf } from "@/domain/gazetteer/project-places";
import { type ReportId, SuggestionId } from "@/domain/ids";
import { builtIn } from "@/domain/suggestion/engine/built-in";
import type { Proposal } from "@/domain/suggestion/engine/proposal";
import { chaptersOf, placedIn } from "@/domain/suggestion/engine/read-on";
import { proposalsFor } from "@/domain/suggestion/engine/run";
import type { DecideSuggestions, Suggestion } from "@/domain/suggestion/suggestion";
import { codePoint, offsetIndex } from "@/domain/text/offsets";
import { placesNamed, placesOfProject } from "@/server/data/gazetteer/look-up";
import { findProject } from "@/server/data/projects";
import { reportWithText } from "@/server/data/report-text";
import { standingOn } from "@/server/data/standings";
import { decideSuggestions, hasRead, keepSuggestions, suggestionsIn, type Where } from "@/server/data/suggestions";
import { inTransaction, type Sql, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

type Admitted = { where: Where; standing: NonNullable<Awaited<ReturnType<typeof standingOn>>>["standing"] };

/** Where this person's suggestions are, if they may tag the report. */
async function admitted(
  db: Sql,
  actor: Actor,
  reportId: ReportId,
  deed: "tag" | "see-work",
): Promise<Result<Admitted>> {
  const on = await standingOn(db, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, deed);
  if (refusal) return fail(refusal);
  const { standing, projectId, revisionId } = on;
  return ok({ standing, where: { projectId, reportId, revisionId, layer: writingLayer(actor.userId, standing) } });
}

/** What was proposed for a report in the layer this person works in, and not rejected. */
export async function listSuggestions(actor: Actor, reportId: ReportId): Promise<Result<{ items: Suggestion[] }>> {
  const on = await admitted(sql, actor, reportId, "see-work");
  return on.ok ? ok({ items: await suggestionsIn(sql, actor, on.value.where) }) : on;
}

/**
 * Lets the built-in engine read a report, once for each of its versions and each layer, and answers what it proposes.
 * It knows what the person may know: places that were located in closed layers of others are not among them.
 */
export async function proposeTags(actor: Actor, reportId: ReportId): Promise<Result<{ items: Suggestion[] }>> {
  const on = await admitted(sql, actor, reportId, "tag");
  if (!on.ok) return on;
  const { where } = on.value;
  if (!(await hasRead(sql, actor, where, builtIn))) {
    const made = await read(actor, on.value);
    const kept = await inTransaction(actor.workspaceId, async (tx) =>
      ok(await keepSuggestions(tx, where, builtIn, made)),
    );
    if (!kept.ok) return kept;
  }
  return ok({ items: await suggestionsIn(sql, actor, where) });
}

/** Rejects suggestions, so that they are not shown again, or takes that back. */
export function decideOnSuggestions(
  actor: Actor,
  reportId: ReportId,
  decided: DecideSuggestions,
): Promise<Result<undefined>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const on = await admitted(tx, actor, reportId, "tag");
    if (!on.ok) return on;
    const by = actor.userId;
    await decideSuggestions(tx, on.value.where, { ids: decided.reject ?? [], state: "rejected", by });
    await decideSuggestions(tx, on.value.where, { ids: decided.reopen ?? [], state: "open", by });
    return ok(undefined);
  });
}

async function read(actor: Actor, { where, standing }: Admitted): Promise<Suggestion[]> {
  const [found, project, known] = await Promise.all([
    reportWithText(sql, actor, standing, where.reportId),
    findProject(sql, actor, where.projectId),
    placesOfProject(sql, actor, standing, where.projectId),
  ]);
  if (!found || !project) return [];
  const { report, blocks } = found;
  const { countries } = project;
  const look = async (names: readonly string[]) => {
    const named = await placesNamed(sql, names, countries);
    return new Map(
      names.map((name) => {
        const all = [...fromProject(name, known), ...(named.get(name) ?? [])];
        return [name, [...new Map(all.toReversed().map((place) => [spotOf(place), place])).values()].toReversed()];
      }),
    );
  };
  const proposals: Proposal[] = [];
  for (const [nth, chapter] of chaptersOf(blocks).entries()) {
    const { language, published } = report;
    const made = await proposalsFor(builtIn, { ...chapter, language, published }, { countries, look });
    proposals.push(...made.map((each) => placedIn(each, chapter, nth)));
    await others();
  }
  return suggestionsFrom(proposals, report);
}

function suggestionsFrom(
  proposals: readonly Proposal[],
  { text, revisionId }: { text: string; revisionId: Where["revisionId"] },
): Suggestion[] {
  const index = offsetIndex(text);
  const quote = (start: number, end: number) =>
    text.slice(index.toUtf16(codePoint(start)), index.toUtf16(codePoint(end)));
  return proposals.map((proposal) => ({
    ...{
      id: newId(SuggestionId),
      engine: builtIn.name,
      version: builtIn.version,
      key: proposal.key,
      kind: proposal.kind,
    },
    revisionId,
    spans: proposal.spans.map(({ start, end }) => ({ start, end, quote: quote(start, end) })),
    attributes: proposal.attributes,
    links: proposal.kind === "claim" ? [...proposal.links] : [],
    score: proposal.score,
    reason: proposal.reason,
  }));
}
