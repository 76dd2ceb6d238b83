import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import { saidOf } from "@/domain/discussion/said";
import type { EditComment, PutComment, PutThread, Thread, TurnThread } from "@/domain/discussion/thread";
import { type Failure, fail, invalid, ok, type Result } from "@/domain/failure";
import type { Deed } from "@/domain/history/entry";
import { CommentId, type ReportId, type TagId, ThreadId } from "@/domain/ids";
import { isOverruled } from "@/domain/seen";
import { checkAnchor } from "@/domain/tag/check-anchor";
import type { Anchor } from "@/domain/tag/tag";
import { remember } from "@/server/data/entries";
import { holdGate } from "@/server/data/gates";
import { standingOn } from "@/server/data/standings";
import { askedBy } from "@/server/data/tags/asked";
import { placeOf } from "@/server/data/tags/passages";
import { type Read, readSituation } from "@/server/data/tags/situation";
import {
  addComment,
  addThread,
  findThread,
  lockThread,
  reportOfThread,
  rewordComment,
  setThreadState,
  threadsOf,
} from "@/server/data/threads";
import { inTransaction, sql, type Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { readWords } from "@/server/operations/read-words";
import { type Said, tellOfComment } from "@/server/operations/tell-of-comment";

/** The threads of a report that this person sees. */
export async function listThreads(actor: Actor, reportId: ReportId): Promise<Result<{ items: Thread[] }>> {
  const on = await standingOn(sql, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-project");
  return refusal ? fail(refusal) : ok({ items: await threadsOf(sql, actor, on.standing, reportId) });
}

/** One thread with its comments. */
export const readThread = (actor: Actor, id: ThreadId): Promise<Result<Thread>> => onThread(actor, { thread: id });

/** Opens a discussion of a report, a tag or a passage. Sent again with the same id, it is answered as it stands. */
export async function openThread(actor: Actor, reportId: ReportId, put: PutThread): Promise<Result<Thread>> {
  const { target } = put;
  const situation = await readSituation(sql, actor, reportId, {
    ...askedBy([]),
    tags: target.on === "tag" ? [target.tagId] : [],
    places: target.on === "passage" ? [placeOf(target)] : [],
  });
  if (!situation) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, situation.standing, "discuss");
  if (refusal) return fail(refusal);
  const placed = placeThread(situation, target);
  if (!placed.ok) return placed;
  const { projectId } = situation.report;

  const id = put.id ?? ThreadId.parse(put.opId ?? newId(ThreadId));
  const commentId = put.commentId ?? newId(CommentId);
  return inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const now = await standingOn(tx, actor, reportId);
    const refused = now ? refusalInProject(actor, now.standing, "discuss") : { kind: "not-found" as const };
    if (refused) return fail(refused);
    const about = { projectId, reportId, ...placed.value };
    const said = await readWords(tx, actor, about, put);
    if (!said.ok) return said;
    const words = said.value;
    const made = await addThread(tx, actor.userId, { id, on: target.on, ...about });
    if (made) {
      const commented = await addComment(tx, actor.userId, { id: commentId, threadId: id, words });
      if (!commented) return invalid("commentId", "This id is in use.");
      await remember(tx, { by: actor.userId, did: "opened-thread", ...about, refs: { threadId: id, commentId } });
      const tag = about.tagId && situation.tags.get(about.tagId);
      const others = tag && { kind: "commented" as const, to: [tag.updatedBy] };
      await tellOfComment(tx, actor, { ...about, threadId: id }, { commentId, words, others });
    }
    const thread = await findThread(tx, actor, situation.standing, id);
    return thread?.reportId === reportId ? ok(thread) : fail({ kind: "not-found" });
  });
}

type Placed = { layer: Layer; tagId: TagId | undefined; anchor: Anchor | undefined };

/** A thread is for the eyes that see what it hangs on. */
function placeThread(situation: Read, target: PutThread["target"]): Result<Placed> {
  const layer = writingLayer(situation.actor.userId, situation.standing);
  if (target.on === "report") return ok({ layer, tagId: undefined, anchor: undefined });
  if (target.on === "passage") {
    const anchor = checkAnchor(situation, target, "target");
    return anchor.ok
      ? ok({ layer, tagId: undefined, anchor: anchor.value })
      : fail({ kind: "invalid", problems: anchor.problems });
  }
  const tag = situation.tags.get(target.tagId);
  if (tag?.reportId !== situation.report.id) return invalid("target.tagId", "There is no such tag on this report.");
  return ok({ layer: tag.layer, tagId: tag.id, anchor: undefined });
}

/** Says something in a thread; sent again with the same id, it is said once. */
export const addReply = (actor: Actor, id: ThreadId, put: PutComment): Promise<Result<Thread>> =>
  onThread(actor, { thread: id }, async (tx, thread) => {
    const commentId = put.id ?? CommentId.parse(put.opId ?? newId(CommentId));
    const said = await readWords(tx, actor, thread, put);
    if (!said.ok) return said.failure;
    const words = said.value;
    const made = await addComment(tx, actor.userId, { id: commentId, threadId: id, words });
    const others = { kind: "replied" as const, to: takingPart(thread) };
    if (made) return { did: "commented", commentId, said: { commentId, words, others } };
    return thread.comments.some((comment) => comment.id === commentId) ? undefined : { kind: "not-found" };
  });

/** Resolves a thread or opens it again. */
export const turnThread = (actor: Actor, id: ThreadId, { state, seen }: TurnThread): Promise<Result<Thread>> =>
  onThread(actor, { thread: id }, async (tx, thread) => {
    const since = seen && state === "resolved" ? saidAfter(thread, seen).filter(({ by }) => by !== actor.userId) : [];
    if (since.length > 0) return { kind: "conflict", current: thread, fields: ["comments"] };
    if (!(await setThreadState(tx, actor.userId, id, state))) return undefined;
    if (state === "resolved") return { did: "resolved-thread" };
    return { did: "reopened-thread", said: { others: { kind: "reopened", to: takingPart(thread) } } };
  });

const saidAfter = ({ comments }: Thread, seen: CommentId) =>
  comments.slice(comments.findIndex(({ id }) => id === seen) + 1);

const takingPart = ({ by, comments }: Thread) => [...new Set([by, ...comments.map((comment) => comment.by)])];

/** Changes the words of one's own comment. */
export const editComment = (actor: Actor, id: CommentId, { seen, ...sent }: EditComment): Promise<Result<Thread>> =>
  onThread(actor, { comment: id }, async (tx, thread) => {
    const mine = thread.comments.find((comment) => comment.id === id && comment.by === actor.userId);
    if (!mine) return { kind: "forbidden", reason: "not-your-comment" };
    const said = await readWords(tx, actor, thread, sent);
    if (!said.ok) return said.failure;
    const words = said.value;
    if (isOverruled(mine.body, { seen, wish: words.body }))
      return { kind: "conflict", current: thread, fields: ["body"] };
    if (!(await rewordComment(tx, id, words))) return undefined;
    return { did: "edited-comment", commentId: id, said: { commentId: id, words, before: saidOf(mine) } };
  });

type Done = { did: Deed; commentId?: CommentId; said?: Said } | Failure | undefined;

/** Finds the thread for those who see it, lets `change` do its work and remembers what was done. */
async function onThread(
  actor: Actor,
  which: { thread: ThreadId } | { comment: CommentId },
  change?: (tx: Tx, thread: Thread) => Promise<Done>,
): Promise<Result<Thread>> {
  const found = await reportOfThread(sql, actor, which);
  const on = found && (await standingOn(sql, actor, found.reportId));
  const seen = found && on && (await findThread(sql, actor, on.standing, found.threadId));
  if (!seen) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, change ? "discuss" : "see-project");
  if (refusal) return fail(refusal);
  if (!change) return ok(seen);

  return inTransaction(actor.workspaceId, async (tx) => {
    // What is sent twice at once is done by one and seen by the other.
    await lockThread(tx, seen.id);
    await holdGate(tx, actor);
    const now = await standingOn(tx, actor, seen.reportId);
    const current = now && (await findThread(tx, actor, now.standing, seen.id));
    if (!current) return fail({ kind: "not-found" });
    const refused = refusalInProject(actor, now.standing, "discuss");
    if (refused) return fail(refused);
    const done = await change(tx, current);
    if (done && "kind" in done) return fail(done);
    if (done) {
      const { id: threadId, projectId, reportId, layer, target } = seen;
      const refs = { threadId, ...(done.commentId && { commentId: done.commentId }) };
      const tagId = target.on === "tag" ? target.tagId : undefined;
      await remember(tx, { by: actor.userId, did: done.did, projectId, reportId, tagId, layer, refs });
      if (done.said) await tellOfComment(tx, actor, { threadId, projectId, reportId, tagId, layer }, done.said);
    }
    const thread = await findThread(tx, actor, now.standing, seen.id);
    return thread ? ok(thread) : fail({ kind: "not-found" });
  });
}
