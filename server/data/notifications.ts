import "server-only";
import { roleIn } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { mayBeTold } from "@/domain/access/policy";
import {
  type CommentId,
  NotificationId,
  type ProjectId,
  type ReportId,
  type TagId,
  type ThreadId,
  UserId,
} from "@/domain/ids";
import { gathers, type NotificationKind } from "@/domain/notification/notification";
import type { ProjectRole, WorkspaceRole } from "@/domain/project/project";
import type { Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** What happened, who did it, and who would like to know. */
export type Notice = {
  kind: NotificationKind;
  by: UserId;
  to: readonly UserId[];
  projectId: ProjectId;
  reportId?: ReportId | undefined;
  tagId?: TagId | undefined;
  threadId?: ThreadId | undefined;
  commentId?: CommentId | undefined;
  /** The layer of what it is about; left out for what everybody in the project sees. */
  layer?: Layer | undefined;
  /** How many things of the kind; one when left out. */
  count?: number | undefined;
};

/**
 * Puts lines into inboxes, in the transaction of the change itself.
 *
 * Nobody is told of what they did themselves, of a project they are not in, or of a thing they would not see. A line
 * that gathers goes into the unread one of the same kind, maker and report. Needs a history entry in the same
 * transaction: it is what wakes the streams.
 */
export async function notify(tx: Tx, ...notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    for (const userId of await audience(tx, notice)) await tell(tx, userId, notice);
  }
}

/** Takes back what was told of something undone, as long as it is unread. */
export async function unnotify(tx: Tx, ...notices: readonly Notice[]): Promise<void> {
  for (const { kind, by, to, projectId, reportId, count = 1 } of notices) {
    const values = [tx.workspaceId, to, kind, projectId, reportId ?? null, by, count];
    await tx.rows(`delete from notification where ${unread("any($2::uuid[])")} and count <= $7`, values);
    await tx.rows(
      `update notification set count = count - $7 where ${unread("any($2::uuid[])")} and count > $7`,
      values,
    );
  }
}

type Row = {
  user_id: string;
  member: ProjectRole | null;
  workspace_role: WorkspaceRole;
  mode: "shared" | "independent";
  layers_open: boolean;
};

async function audience(tx: Tx, { by, to, projectId, reportId, layer, threadId, tagId }: Notice): Promise<UserId[]> {
  const others = [...new Set(to)].filter((userId) => userId !== by);
  if (others.length === 0) return [];
  const rows = await tx.rows<Row>(
    `select m.user_id, pm.role as member, m.role as workspace_role, p.mode, r.layers_opened_at is not null as layers_open
       from workspace_member m
       join users u on u.id = m.user_id and u.disabled_at is null
       join project p on p.workspace_id = m.workspace_id and p.id = $3
       left join project_member pm on pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.user_id = m.user_id
       left join report r on r.workspace_id = m.workspace_id and r.id = $4
      where m.workspace_id = $1 and m.user_id = any($2::uuid[]) order by m.user_id`,
    [tx.workspaceId, others, projectId, reportId],
    "notification-audience",
  );
  return rows.flatMap((row) => {
    const userId = UserId.parse(row.user_id);
    const role = roleIn(row.workspace_role, row.member ?? undefined);
    const about = { layer, discussion: threadId !== undefined, tag: tagId !== undefined };
    const told = role && mayBeTold({ userId, standing: { role, mode: row.mode }, layersOpen: row.layers_open }, about);
    return told ? [userId] : [];
  });
}

const unread = (user: string) => `workspace_id = $1 and user_id = ${user} and read_at is null and kind = $3
  and project_id = $4 and report_id is not distinct from $5 and created_by = $6`;

async function tell(tx: Tx, userId: UserId, notice: Notice): Promise<void> {
  const { kind, by, projectId, reportId, tagId, threadId, commentId, count = 1 } = notice;
  const values = [tx.workspaceId, userId, kind, projectId, reportId ?? null, by];
  if (gathers(notice)) {
    const joined = await tx.rows(
      `update notification set count = count + $7, tag_id = $8, created_at = now() where ${unread("$2")} returning id`,
      [...values, count, tagId],
    );
    if (joined.length > 0) return;
  }
  await tx.rows(
    `insert into notification (workspace_id, user_id, kind, project_id, report_id, created_by, count, tag_id, thread_id,
       comment_id, id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [...values, count, tagId, threadId, commentId, newId(NotificationId)],
  );
}
