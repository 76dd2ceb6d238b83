import "server-only";
import type { DeliveryId, ProjectId, ReportId, UserId, WebhookId, WorkspaceId } from "@/domain/ids";
import type { Delivery } from "@/domain/webhook/webhook";
import type { DeliveryKind, DeliveryState } from "@/domain/webhook/webhook-values";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

/** Where a delivery is. */
export type DeliveryPlace = { workspaceId: WorkspaceId; id: DeliveryId };

/** Seconds after which a delivery whose process said nothing is tried by another. */
const leaseSeconds = 60;
const dueStates = "('waiting', 'sending', 'held')";

const line = `json_strip_nulls(json_build_object('id', d.id, 'webhookId', d.webhook_id, 'kind', d.kind, 'state', d.state,
  'reportId', d.report_id, 'things', cardinality(d.entries), 'attempts', d.attempts, 'createdAt', ${instant("d.created_at")},
  'dueAt', case when d.state = 'waiting' then ${instant("d.due_at")} end, 'triedAt', ${instant("d.tried_at")},
  'status', d.status, 'trouble', d.trouble, 'ms', d.ms))`;

type Wanted = {
  webhookId: WebhookId;
  state: DeliveryState | undefined;
  after: readonly [string, string] | undefined;
  limit: number;
};

/** A page of the delivery log, the newest first. */
export async function deliveriesOf(
  db: Sql,
  workspaceId: WorkspaceId,
  { webhookId, state, after, limit }: Wanted,
): Promise<Page<Delivery>> {
  const rows = await db.rows<{ delivery: Delivery }>(
    `select ${line} as delivery from webhook_delivery d
      where d.workspace_id = $1 and d.webhook_id = $2 and ($3::text is null or d.state = $3)
        and ($4::timestamptz is null or (d.created_at, d.id) < ($4, $5::uuid))
      order by d.created_at desc, d.id desc limit $6`,
    [workspaceId, webhookId, state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  return toPage(
    rows.map(({ delivery }) => delivery),
    limit,
    ({ createdAt, id }) => [createdAt, id],
  );
}

export type KeptDelivery = { delivery: Delivery; projectId: ProjectId };

export async function findDelivery(db: Sql, { workspaceId, id }: DeliveryPlace): Promise<KeptDelivery | undefined> {
  const [row] = await db.rows<KeptDelivery>(
    `select ${line} as delivery, d.project_id as "projectId" from webhook_delivery d where d.workspace_id = $1 and d.id = $2`,
    [workspaceId, id],
  );
  return row;
}

/** Puts a try in line that tells of nothing. */
export async function addTest(
  tx: Tx,
  { id, webhookId, projectId }: { id: DeliveryId; webhookId: WebhookId; projectId: ProjectId },
) {
  await tx.rows(
    `insert into webhook_delivery (workspace_id, id, webhook_id, project_id, kind) values ($1, $2, $3, $4, 'test')
     on conflict do nothing`,
    [tx.workspaceId, id, webhookId, projectId],
  );
}

/** Puts one in line again, from the first try on and with its id; those that wait are tried at once. */
export async function putInLine(tx: Tx, id: DeliveryId): Promise<void> {
  await tx.rows(
    `update webhook_delivery set state = 'waiting', attempts = 0, due_at = now(), trouble = null
      where workspace_id = $1 and id = $2 and state <> 'sending'`,
    [tx.workspaceId, id],
  );
}

/** What a delivery tells, as ids. */
export type ClaimedDelivery = {
  workspaceId: WorkspaceId;
  id: DeliveryId;
  webhookId: WebhookId;
  projectId: ProjectId;
  reportId: ReportId | null;
  kind: DeliveryKind;
  entries: string[];
  attempts: number;
  claims: number;
  createdAt: string;
  url: string;
  secret: string;
  by: UserId;
};

/** Takes one that is due; undefined when somebody has it, when it is over, or while its webhook is paused. */
export async function claimDelivery(db: Sql, { workspaceId, id }: DeliveryPlace): Promise<ClaimedDelivery | undefined> {
  const [row] = await db.rows<ClaimedDelivery>(
    `update webhook_delivery d
        set state = 'sending', attempts = d.attempts + 1, claims = d.claims + 1, lease_until = now() + interval '${leaseSeconds} seconds'
       from webhook w
      where d.workspace_id = $1 and d.id = $2 and w.workspace_id = d.workspace_id and w.id = d.webhook_id and w.paused_at is null
        and (d.state = 'held' or (d.state = 'waiting' and d.due_at <= now()) or (d.state = 'sending' and d.lease_until < now()))
     returning d.workspace_id as "workspaceId", d.id, d.webhook_id as "webhookId", d.project_id as "projectId",
               d.report_id as "reportId", d.kind, d.entries, d.attempts, d.claims, ${instant("d.created_at")} as "createdAt",
               w.url, w.secret, w.updated_by as by`,
    [workspaceId, id],
  );
  return row;
}

export type DeliveryEnding =
  | { state: "sent"; status: number; ms: number }
  | { state: "held"; trouble: string }
  | { state: "dropped"; trouble: string }
  | { state: "failed"; trouble: string; status?: number | undefined; ms?: number | undefined }
  | { state: "waiting"; inMs: number; trouble: string; status?: number | undefined; ms?: number | undefined };

/** Keeps what came of a try, unless another process has the delivery by now. */
export async function endDelivery(db: Sql, claimed: ClaimedDelivery, ending: DeliveryEnding): Promise<void> {
  const { workspaceId, id, claims } = claimed;
  const wasTried = ending.state !== "held" && ending.state !== "dropped";
  await db.rows(
    `update webhook_delivery
        set state = $4, trouble = $5, status = $6, ms = $7, lease_until = null,
            attempts = case when $8 then attempts else attempts - 1 end,
            tried_at = case when $8 then now() else tried_at end,
            due_at = now() + make_interval(secs => $9)
      where workspace_id = $1 and id = $2 and claims = $3 and state = 'sending'`,
    [
      workspaceId,
      id,
      claims,
      ending.state,
      "trouble" in ending ? ending.trouble : null,
      "status" in ending ? (ending.status ?? null) : null,
      "ms" in ending ? (ending.ms ?? null) : null,
      wasTried,
      ending.state === "waiting" ? ending.inMs / 1000 : 0,
    ],
  );
}

/** What can be tried now, the oldest first; what was held only once it may be told. */
export async function dueDeliveries(db: Sql, workspaceId?: WorkspaceId): Promise<DeliveryPlace[]> {
  return db.rows<DeliveryPlace>(
    `select d.workspace_id as "workspaceId", d.id from webhook_delivery d
       join webhook w on w.workspace_id = d.workspace_id and w.id = d.webhook_id and w.paused_at is null
       left join report r on r.workspace_id = d.workspace_id and r.id = d.report_id
       left join project p on p.workspace_id = d.workspace_id and p.id = d.project_id
      where d.state in ${dueStates} and ($1::uuid is null or d.workspace_id = $1)
        and ((d.state = 'waiting' and d.due_at <= now()) or (d.state = 'sending' and d.lease_until < now())
             or (d.state = 'held' and (r.id is null or ((p.mode <> 'independent' or r.layers_opened_at is not null)
                                                    and (r.embargo_until is null or r.embargo_until <= now())))))
      order by d.due_at limit 200`,
    [workspaceId ?? null],
  );
}

/** Deletes lines of the log that are older than 30 days and over. Answers how many. */
export async function clearDeliveries(db: Sql): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    `with gone as (delete from webhook_delivery where state not in ${dueStates} and created_at < now() - interval '30 days' returning 1)
     select count(*)::int as count from gone`,
  );
  return row?.count ?? 0;
}
