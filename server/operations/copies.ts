import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import type { CopiesFound, CopyWithPassages, DecideCopy, TakenTags } from "@/domain/copies/copy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { CopyId, ProjectId } from "@/domain/ids";
import { isOverruled } from "@/domain/seen";
import { copyEngine, proposalsFromCopy } from "@/domain/suggestion/from-copy";
import {
  type CopiesAsked,
  copiesIn,
  decideCopyRow,
  findCopy,
  goesBackTo,
  notCompared,
  reopenForCopies,
} from "@/server/data/copies/copies";
import { tagsToCopy } from "@/server/data/copies/tags";
import { lastToDo, remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { findProject } from "@/server/data/projects";
import { reportWithText } from "@/server/data/report-text";
import { standingIn, standingOn } from "@/server/data/standings";
import { keepSuggestions } from "@/server/data/suggestions";
import { inTransaction, sql } from "@/server/data/transaction";
import { suggestionsFrom } from "@/server/operations/read-with-engines";

/** A page of the pairs of a project of which one is, or may be, a copy of the other. */
export async function listCopies(actor: Actor, asked: CopiesAsked): Promise<Result<CopiesFound>> {
  const standing = await standingIn(sql, actor, asked.projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-copies");
  if (refusal) return fail(refusal);
  // First what waits: a pair that is found meanwhile is in the page then.
  const waiting = await notCompared(sql, actor, asked.reports ?? []);
  return ok({ ...(await copiesIn(sql, actor, asked)), waiting });
}

/** One pair with the passages that both reports have. */
export async function readCopy(
  actor: Actor,
  { projectId, id }: { projectId: ProjectId; id: CopyId },
): Promise<Result<CopyWithPassages>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-copies");
  if (refusal) return fail(refusal);
  const found = await findCopy(sql, actor.workspaceId, { projectId, id });
  return found ? ok(found) : fail({ kind: "not-found" });
}

const deeds = { confirmed: "confirmed-copy", refused: "refused-copy", proposed: "reopened-copy" } as const;

/**
 * Says whether one report is a copy of the other, and of which; or leaves that open again. Events that rest on either
 * are open again where that changes their origins.
 */
export const decideCopy = (
  actor: Actor,
  { projectId, id }: { projectId: ProjectId; id: CopyId },
  { state, original, seen }: DecideCopy,
): Promise<Result<CopyWithPassages>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "decide-copy");
    if (refusal) return fail(refusal);
    const pair = await findCopy(tx, actor.workspaceId, { projectId, id, lock: true });
    if (!pair) return fail({ kind: "not-found" });
    const from = original ?? pair.original.reportId;
    const ends = [pair.copy.reportId, pair.original.reportId];
    if (!ends.includes(from)) return invalid("original", "Name one of the two reports.");
    if (isOverruled(pair.state, { seen, wish: state })) {
      const changed = await lastToDo(tx, Object.values(deeds), { projectId, reportId: pair.copy.reportId });
      return fail({ kind: "conflict", current: pair, fields: ["state"], changed });
    }
    if (pair.state === state && from === pair.original.reportId) return ok(pair);
    const copy = ends.find((end) => end !== from) ?? pair.copy.reportId;
    if (state === "confirmed" && (await goesBackTo(tx, { from, to: copy, without: id })))
      return invalid(
        "original",
        "The original is itself recorded as a copy of this report, perhaps through others. Nothing was changed; decide on that pair first.",
      );
    await decideCopyRow(tx, actor, { id, state, original: from });
    if (state === "confirmed" || pair.state === "confirmed") await reopenForCopies(tx, actor, ends);
    await remember(tx, { by: actor.userId, did: deeds[state], projectId, reportId: copy, refs: { copyId: id } });
    const stored = await findCopy(tx, actor.workspaceId, { projectId, id });
    return stored ? ok(stored) : fail({ kind: "not-found" });
  });

/**
 * Proposes for a copy what was tagged in its original, in the layer that this person writes in and of the tags of that
 * layer that they see. Answers what could not be placed; nothing is proposed where the words are not the same.
 */
export async function takeTagsOver(
  actor: Actor,
  { projectId, id }: { projectId: ProjectId; id: CopyId },
): Promise<Result<TakenTags>> {
  const standing = await standingIn(sql, actor, projectId);
  const project = standing && (await findProject(sql, actor, projectId));
  if (!project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "tag");
  if (refusal) return fail(refusal);
  const pair = await findCopy(sql, actor.workspaceId, { projectId, id });
  const on = pair && (await standingOn(sql, actor, pair.copy.reportId));
  if (!on) return fail({ kind: "not-found" });
  if (pair.state !== "confirmed")
    return invalid("copy", "Confirm first that this report is a copy. No tags were suggested.");
  if (on.closed) return fail({ kind: "forbidden", reason: "report-closed" });
  if (!project.suggestions.on)
    return invalid("copy", "Suggestions are switched off in this project’s settings. No tags were suggested.");
  const layer = writingLayer(actor.userId, standing);
  const viewer = { actor, standing };
  const [there, found] = await Promise.all([
    tagsToCopy(sql, viewer, { reportId: pair.original.reportId, layer }),
    reportWithText(sql, actor, standing, pair.copy.reportId),
  ]);
  if (!found) return fail({ kind: "not-found" });
  const { report } = found;
  const taken = proposalsFromCopy(
    { ...there, title: pair.original.title },
    { text: report.text, passages: pair.passages },
  );
  const made = suggestionsFrom(copyEngine, taken.proposals, report);
  const where = { projectId, reportId: report.id, revisionId: report.revisionId, layer };
  return inTransaction(actor.workspaceId, async (tx) => {
    await keepSuggestions(tx, where, copyEngine, made);
    const unplaced = taken.unplaced.map(({ id: tagId, kind, segments }) => ({
      ...{ id: tagId, kind },
      quote: segments.map(({ quote }) => quote).join(" … "),
    }));
    return ok({ proposed: made.length, unplaced });
  });
}
