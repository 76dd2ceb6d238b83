import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { calledBy, type Said as Words } from "@/domain/discussion/said";
import type { CommentId, ProjectId, ReportId, TagId, ThreadId, UserId } from "@/domain/ids";
import type { NotificationKind } from "@/domain/notification/notification";
import { membersOf } from "@/server/data/members";
import { type Notice, notify } from "@/server/data/notifications";
import type { Tx } from "@/server/data/transaction";

/** The thread that something was said in. */
export type Spot = {
  threadId: ThreadId;
  projectId: ProjectId;
  reportId: ReportId;
  tagId: TagId | undefined;
  layer: Layer;
};

/** What was said, what stood there before, and who is told for another reason than being called by name. */
export type Said = {
  commentId?: CommentId | undefined;
  words?: Words | undefined;
  before?: Words | undefined;
  others?: { kind: NotificationKind; to: readonly UserId[] } | undefined;
};

/** Tells those a comment calls by name, and the others concerned; nobody is told twice of one comment. */
export async function tellOfComment(tx: Tx, actor: Actor, spot: Spot, said: Said): Promise<void> {
  const { commentId, words, before, others } = said;
  const members = words?.body.includes("@") ? await membersOf(tx, tx.workspaceId, spot.projectId) : [];
  const already = new Set(before && calledBy(before, members));
  const called = words ? calledBy(words, members).filter((userId) => !already.has(userId)) : [];
  const about = { by: actor.userId, ...spot, commentId };
  const notices: Notice[] = [{ ...about, kind: "mentioned", to: called }];
  if (others) notices.push({ ...about, kind: others.kind, to: others.to.filter((userId) => !called.includes(userId)) });
  await notify(tx, ...notices);
}
