import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import { type Failure, fail, invalid, ok, type Result } from "@/domain/failure";
import { OpId, type ProjectId, type ReportId, TagId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { AnnotationKind } from "@/domain/tag/kind";
import { RelationKind } from "@/domain/tag/relation";
import type { AlikeSpot, LeftReason, TagAlike, TaggedAlike } from "@/domain/tag/tag-alike";
import { holdGate } from "@/server/data/gates";
import { standingIn } from "@/server/data/standings";
import {
  findTagging,
  keepTagging,
  markTaggingUndone,
  reportsIn,
  type Sample,
  sampleOf,
  taggedSo,
  untouchedOf,
} from "@/server/data/tag-alike";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { type Answered, type InReport, writeAcross } from "@/server/operations/write-across";

type Like = { kind: string; attributes: Record<string, unknown>; links: Sample["links"] };

/**
 * Tags places in many reports of a project as one change, which can be taken back as one (`undoTagAlike`). Places that
 * are tagged so already, whose words changed, or whose report is closed or handed in are left and counted.
 */
export function tagAlike(actor: Actor, projectId: ProjectId, sent: TagAlike): Promise<Result<TaggedAlike>> {
  const id = sent.id ?? newId(OpId);
  return inTransaction(actor.workspaceId, async (tx) => {
    const standing = await mayTag(tx, actor, projectId);
    if (!standing.ok) return standing;
    const before = await findTagging(tx, { actor, projectId }, id);
    if (before) return ok(before);
    const like = await likeOf(tx, { actor, standing: standing.value, projectId }, sent);
    if (!like.ok) return like;
    const layer = writingLayer(actor.userId, standing.value);
    const reports = await reportsIn(tx, projectId, [...new Set(sent.spots.map(({ reportId }) => reportId))]);
    const known = new Set(reports);
    const spots = sent.spots.filter(({ reportId }) => known.has(reportId));
    const there = await taggedSo(tx, actor, { reports, kind: like.value.kind, layer });
    const tagged = new Set(there.map(spotKey));
    const fresh = [...new Map(spots.map((spot) => [spotKey(spot), spot])).values()].filter(
      (spot) => !tagged.has(spotKey(spot)),
    );
    const written = await writeAcross(tx, actor, changesFor(fresh, like.value, id));
    if (!written.ok) return written;
    const { made, left, refused } = countedOf(written.value);
    // What the tags should say can't be said of any of them.
    if (made.length === 0 && refused) return fail(refused);
    if (fresh.length < spots.length) left.tagged = spots.length - fresh.length;
    if (spots.length < sent.spots.length) left.changed = (left.changed ?? 0) + sent.spots.length - spots.length;
    const touched = new Set(made.map(({ reportId }) => reportId)).size;
    const ids = made.map((tag) => tag.id);
    await keepTagging(tx, { actor, projectId, layer }, { id, reports: touched, left, made: ids });
    const done = await findTagging(tx, { actor, projectId }, id);
    return done ? ok(done) : fail({ kind: "not-found" });
  });
}

/** Takes such a change back: its tags and their links are withdrawn, but for those that somebody went on with. */
export function undoTagAlike(actor: Actor, projectId: ProjectId, id: OpId): Promise<Result<TaggedAlike>> {
  return inTransaction(actor.workspaceId, async (tx) => {
    const standing = await mayTag(tx, actor, projectId);
    if (!standing.ok) return standing;
    const made = await findTagging(tx, { actor, projectId }, id);
    if (!made) return fail({ kind: "not-found" });
    if (made.undoneAt !== undefined) return ok(made);
    const byReport = new Map<ReportId, TagChange[]>();
    for (const { id: tag, reportId } of await untouchedOf(tx, id))
      byReport.set(reportId, [...(byReport.get(reportId) ?? []), { deed: "withdraw", id: tag, version: 1 }]);
    const answers = await writeAcross(tx, actor, inReports(byReport));
    if (!answers.ok) return answers;
    const back = answers.value.filter(({ answer }) => answer.ok).length;
    await markTaggingUndone(tx, id, made.tags - back);
    const undone = await findTagging(tx, { actor, projectId }, id);
    return undone ? ok(undone) : fail({ kind: "not-found" });
  });
}

async function mayTag(tx: Tx, actor: Actor, projectId: ProjectId): Promise<Result<Standing>> {
  await holdGate(tx, actor);
  const standing = await standingIn(tx, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "tag");
  return refusal ? fail(refusal) : ok(standing);
}

/** What the new tags say: what a sample says but for its note, or what was sent. */
async function likeOf(tx: Tx, where: Parameters<typeof sampleOf>[1], sent: TagAlike): Promise<Result<Like>> {
  if (sent.kind !== undefined) return ok({ kind: sent.kind, attributes: sent.attributes ?? {}, links: [] });
  const sample = sent.like && (await sampleOf(tx, where, sent.like));
  if (!sample) return invalid("like", "There is no such tag in this project.");
  if (sample.kind === "claim") return invalid("like", "A claim is said once, in its own words.");
  return ok({ kind: sample.kind, attributes: sharedOf(sample.attributes), links: sample.links });
}

/** A note is about one mention only. */
const sharedOf = ({ note: _note, noteProse: _prose, ...attributes }: Record<string, unknown>) => attributes;

const spotKey = ({ reportId, start, end }: Pick<AlikeSpot, "reportId" | "start" | "end">) =>
  `${reportId} ${start}-${end}`;

const inReports = (byReport: ReadonlyMap<ReportId, TagChange[]>): InReport[] =>
  [...byReport].map(([reportId, changes]) => ({ reportId, changes }));

function changesFor(spots: readonly AlikeSpot[], { kind, attributes, links }: Like, opId: OpId): InReport[] {
  const byReport = new Map<ReportId, TagChange[]>();
  for (const { reportId, revisionId, ...segment } of spots) {
    const id = newId(TagId);
    const body = { kind: AnnotationKind.parse(kind), revisionId, segments: [segment], attributes, opId };
    const changes = byReport.get(reportId) ?? [];
    changes.push({ deed: "put-annotation", id, body }, ...links.map((link) => linkFrom(id, link, opId)));
    byReport.set(reportId, changes);
  }
  return inReports(byReport);
}

function linkFrom(from: TagId, { kind, toEntity, attributes }: Sample["links"][number], opId: OpId): TagChange {
  const end = toEntity === null ? { toArticle: true as const } : { toEntity };
  const body = { kind: RelationKind.parse(kind), from, ...end, attributes: sharedOf(attributes), opId };
  return { deed: "put-relation", id: newId(TagId), body };
}

type Made = { id: TagId; reportId: ReportId };

function countedOf(answered: readonly Answered[]) {
  const made: Made[] = [];
  const left: Partial<Record<LeftReason, number>> = {};
  let refused: Failure | undefined;
  for (const { change, answer } of answered) {
    if (change.deed !== "put-annotation") continue;
    if (answer.ok) made.push({ id: answer.tag.id, reportId: answer.tag.reportId });
    else {
      const why = whyLeft(answer.failure);
      left[why] = (left[why] ?? 0) + 1;
      if (why === "refused") refused ??= answer.failure;
    }
  }
  return { made, left, refused };
}

function whyLeft(failure: Failure): LeftReason {
  if (failure.kind === "forbidden") return "closed";
  if (failure.kind === "not-found") return "changed";
  const words =
    failure.kind === "invalid" && failure.problems.every(({ field }) => /^(?:segments|revisionId)/.test(field));
  return words ? "changed" : "refused";
}
