import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId, UserId, WebhookId, WorkspaceId } from "@/domain/ids";
import type { ChangeWebhook, Webhook } from "@/domain/webhook/webhook";
import type { WebhookKind } from "@/domain/webhook/webhook-values";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";

const recent = (condition: string) =>
  `(select count(*)::int from webhook_delivery d where d.workspace_id = w.workspace_id and d.webhook_id = w.id
     and d.created_at > now() - interval '30 days' and ${condition})`;

const statement = `
  select json_strip_nulls(json_build_object('id', w.id, 'projectId', w.project_id, 'url', w.url, 'kinds', w.kinds,
           'paused', w.paused_at is not null, 'pauseReason', w.pause_reason, 'by', w.updated_by, 'byName', u.name,
           'at', ${instant("w.updated_at")}, 'createdAt', ${instant("w.created_at")},
           'counts', json_build_object('sent', ${recent("d.state = 'sent'")},
             'waiting', ${recent("d.state in ('waiting', 'sending', 'held')")},
             'failed', ${recent("d.state = 'failed'")}))) as webhook
    from webhook w join users u on u.id = w.updated_by
   where w.workspace_id = $1`;

/** A project's webhooks, the oldest first. */
export async function webhooksOf(db: Sql, workspaceId: WorkspaceId, projectId: ProjectId): Promise<Webhook[]> {
  const rows = await db.rows<{ webhook: Webhook }>(`${statement} and w.project_id = $2 order by w.created_at, w.id`, [
    workspaceId,
    projectId,
  ]);
  return rows.map(({ webhook }) => webhook);
}

export async function findWebhook(db: Sql, workspaceId: WorkspaceId, id: WebhookId): Promise<Webhook | undefined> {
  const [row] = await db.rows<{ webhook: Webhook }>(`${statement} and w.id = $2`, [workspaceId, id]);
  return row?.webhook;
}

type New = { id: WebhookId; projectId: ProjectId; url: string; kinds: readonly WebhookKind[]; sealed: string };

/** Whether it was made: not when the id is in use. */
export async function addWebhook(
  tx: Tx,
  { userId }: Actor,
  { id, projectId, url, kinds, sealed }: New,
): Promise<boolean> {
  const rows = await tx.rows(
    `insert into webhook (workspace_id, id, project_id, url, kinds, secret, created_by, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict do nothing returning id`,
    [tx.workspaceId, id, projectId, url, kinds, sealed, userId],
  );
  return rows.length > 0;
}

/** Changes what is said; whoever does it takes the webhook over. */
export async function changeWebhookRow(tx: Tx, by: UserId, id: WebhookId, change: ChangeWebhook): Promise<void> {
  const { url, kinds, paused } = change;
  await tx.rows(
    `update webhook set url = coalesce($4, url), kinds = coalesce($5, kinds),
            paused_at = case when $6::bool is null then paused_at when $6 then coalesce(paused_at, now()) end,
            pause_reason = case when $6::bool is null then pause_reason end, updated_by = $3, updated_at = now()
      where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, by, url ?? null, kinds ?? null, paused ?? null],
  );
}

export async function setSecret(tx: Tx, by: UserId, id: WebhookId, sealed: string): Promise<void> {
  await tx.rows(
    "update webhook set secret = $4, updated_by = $3, updated_at = now() where workspace_id = $1 and id = $2",
    [tx.workspaceId, id, by, sealed],
  );
}

/** Pauses it on Glossator's own account. */
export async function pauseWebhook(db: Sql, workspaceId: WorkspaceId, id: WebhookId, reason: string): Promise<void> {
  await db.rows(
    "update webhook set paused_at = now(), pause_reason = $3 where workspace_id = $1 and id = $2 and paused_at is null",
    [workspaceId, id, reason],
  );
}

/** Deletes it with its log. */
export async function dropWebhook(tx: Tx, id: WebhookId): Promise<void> {
  await tx.rows("delete from webhook_delivery where workspace_id = $1 and webhook_id = $2", [tx.workspaceId, id]);
  await tx.rows("delete from webhook where workspace_id = $1 and id = $2", [tx.workspaceId, id]);
}

/** Deletes those of a project. */
export async function eraseWebhooks(tx: Tx, projectId: ProjectId): Promise<void> {
  for (const table of ["webhook_delivery", "webhook"])
    await tx.rows(`delete from ${table} where workspace_id = $1 and project_id = $2`, [tx.workspaceId, projectId]);
}
