import "server-only";
import { setImmediate as others } from "node:timers/promises";
import type { Actor, Standing } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { fromProject, spotOf } from "@/domain/gazetteer/project-places";
import { SuggestionId, type WorkspaceId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { builtIn } from "@/domain/suggestion/engine/built-in";
import { memory, rememberedFrom, unwantedIn } from "@/domain/suggestion/engine/memory";
import type { Engine, Proposal, Remembered } from "@/domain/suggestion/engine/proposal";
import { type Chapter, chaptersOf, placedIn } from "@/domain/suggestion/engine/read-on";
import { proposalsFor } from "@/domain/suggestion/engine/run";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import { codePoint, offsetIndex } from "@/domain/text/offsets";
import { placesNamed, placesOfProject } from "@/server/data/gazetteer/look-up";
import { reportWithText } from "@/server/data/report-text";
import { type Learning, learntAt, wordsRejected, wordsTagged } from "@/server/data/suggestion-memory";
import { hasRead, keepSuggestions, type Where } from "@/server/data/suggestions";
import { inTransaction, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** What engines know of a project beside a report's words; as one person may know it. */
export type Knowledge = {
  project: Pick<Project, "countries">;
  places: Awaited<ReturnType<typeof placesOfProject>>;
  remembered: readonly Remembered[];
  rejected: Awaited<ReturnType<typeof wordsRejected>>;
};

/** The engines, with when one that learns last had anything to learn. */
export async function enginesNow(learning: Learning) {
  const since = await learntAt(sql, learning);
  return [{ engine: builtIn }, { engine: memory, since }].map(({ engine, ...more }) => ({
    ...{ engine, name: engine.name, version: engine.version },
    ...("since" in more && more.since !== undefined && { since: more.since }),
  }));
}

export async function knowledgeOf(learning: Learning, project: Pick<Project, "countries">): Promise<Knowledge> {
  const { actor, standing, projectId } = learning;
  const [places, tagged, rejected] = await Promise.all([
    placesOfProject(sql, actor, standing, projectId),
    wordsTagged(sql, learning),
    wordsRejected(sql, learning),
  ]);
  return { project, places, rejected, remembered: rememberedFrom(tagged, rejected) };
}

/** Lets engines read a report that did not do so yet, and keeps what they propose. */
export async function readWithEngines(
  who: { actor: Actor; standing: Standing },
  where: Where,
  { engines, knowledge }: { engines: Awaited<ReturnType<typeof enginesNow>>; knowledge: () => Promise<Knowledge> },
): Promise<void> {
  for (const { engine, ...about } of engines) {
    if (await hasRead(sql, who.actor, where, about)) continue;
    const made = await readBy(engine, who, where, await knowledge());
    const kept = await inTransaction(who.actor.workspaceId, async (tx) =>
      ok(await keepSuggestions(tx, where, engine, made)),
    );
    if (!kept.ok) throw new Error(`What was proposed could not be kept: ${kept.failure.kind}.`);
  }
}

async function readBy(
  engine: Engine,
  { actor, standing }: { actor: Actor; standing: Standing },
  { reportId }: Where,
  { project: { countries }, places, remembered, rejected }: Knowledge,
): Promise<Suggestion[]> {
  const found = await reportWithText(sql, actor, standing, reportId);
  if (!found) return [];
  const { report, blocks } = found;
  const { language, published } = report;
  const look = lookUp(places, { workspaceId: actor.workspaceId, countries });
  const read = (chapter: Chapter | undefined) =>
    chapter && proposalsFor(engine, { ...chapter, language, published }, { countries, remembered, look });
  const chapters = chaptersOf(blocks);
  const proposals: Proposal[] = [];
  // While the names of a chapter are looked up, the one before is read.
  let next = read(chapters[0]);
  for (const [nth, chapter] of chapters.entries()) {
    const now = next;
    next = read(chapters[nth + 1]);
    next?.catch(() => undefined);
    for (const each of (await now) ?? []) proposals.push(placedIn(each, chapter, nth));
    await others();
  }
  const isUnwanted = unwantedIn(rejected, remembered);
  const all = suggestionsFrom(engine, proposals, report);
  return all.filter(({ kind, spans }) => !isUnwanted({ kind, words: spans[0]?.quote ?? "" }));
}

/** Finds the places of names, of the project and of the gazetteer, each name once for a whole report. */
function lookUp(places: Knowledge["places"], where: { workspaceId: WorkspaceId; countries: readonly string[] }) {
  const ofProject = fromProject(places);
  const known = new Map<string, readonly FoundPlace[]>();
  return async (names: readonly string[]): Promise<ReadonlyMap<string, readonly FoundPlace[]>> => {
    const unknown = names.filter((name) => !known.has(name));
    const named = await placesNamed(sql, unknown, where);
    for (const name of unknown) {
      const all = [...ofProject(name), ...(named.get(name) ?? [])];
      known.set(name, [...new Map(all.toReversed().map((place) => [spotOf(place), place])).values()].toReversed());
    }
    return new Map(names.map((name) => [name, known.get(name) ?? []]));
  };
}

/** Proposals as they are kept, with the words that stand at their places. */
export function suggestionsFrom(
  engine: Pick<Engine, "name" | "version">,
  proposals: readonly Proposal[],
  { text, revisionId }: { text: string; revisionId: Where["revisionId"] },
): Suggestion[] {
  const index = offsetIndex(text);
  const quote = (start: number, end: number) =>
    text.slice(index.toUtf16(codePoint(start)), index.toUtf16(codePoint(end)));
  return proposals.map((proposal) => ({
    ...{ id: newId(SuggestionId), engine: engine.name, version: engine.version, key: proposal.key },
    ...{ kind: proposal.kind, revisionId },
    spans: proposal.spans.map(({ start, end }) => ({ start, end, quote: quote(start, end) })),
    attributes: proposal.attributes,
    links: "links" in proposal ? [...proposal.links] : [],
    score: proposal.score,
    reason: proposal.reason,
  }));
}
