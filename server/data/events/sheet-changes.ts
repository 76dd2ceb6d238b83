import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { SheetChangeRow } from "@/domain/event/sheet-back/back";
import type { ChangeState } from "@/domain/event/sheet-back/back-values";
import type { JobId, ProjectId } from "@/domain/ids";
import { seenEvents } from "@/server/data/events/seen";
import type { Sql } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

type Viewer = { actor: Actor; standing: Standing };

const changeJson = `json_strip_nulls(json_build_object('jobId', c.job_id, 'row', c.row, 'field', c.field, 'eventId', c.event_id,
  'title', e.title, 'version', c.version, 'current', e.version, 'file', c.file, 'state', c.state, 'reason', c.reason))::jsonb
  || jsonb_build_object('was', c.was, 'becomes', c.becomes)`;
const changes = `sheet_change c join event e on e.workspace_id = c.workspace_id and e.id = c.event_id`;

export type WantedChanges = {
  projectId: ProjectId;
  jobId: JobId | undefined;
  states: readonly ChangeState[];
  after: readonly [string, number, string] | undefined;
  limit: number;
};

/** Changes that sheets of a project brought, of events that this person sees, sheet by sheet and row by row. */
export async function changesOf(db: Sql, viewer: Viewer, wanted: WantedChanges): Promise<Page<SheetChangeRow>> {
  const { projectId, jobId, states, after, limit } = wanted;
  const rows = await db.rows<{ change: SheetChangeRow }>(
    `select ${changeJson} as change from ${changes}
      where c.workspace_id = $1 and c.project_id = $2 and c.state = any($3) and ($4::uuid is null or c.job_id = $4)
        and ($5::uuid is null or (c.job_id, c.row, c.field) > ($5, $6, $7)) and ${seenEvents(viewer)}
      order by c.job_id, c.row, c.field limit $8`,
    [viewer.actor.workspaceId, projectId, states, jobId ?? null, ...(after ?? [null, null, null]), limit + 1],
  );
  return toPage(
    rows.map(({ change }) => change),
    limit,
    (change) => [change.jobId, change.row, change.field],
  );
}

/** How many changes of a project wait. */
export async function countWaiting(db: Sql, viewer: Viewer, projectId: ProjectId, jobId?: JobId): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    `select count(*)::int as count from ${changes}
      where c.workspace_id = $1 and c.project_id = $2 and c.state = 'waiting' and ($3::uuid is null or c.job_id = $3)
        and ${seenEvents(viewer)}`,
    [viewer.actor.workspaceId, projectId, jobId ?? null],
  );
  return row?.count ?? 0;
}

type Named = { jobId: JobId; row: number; field: string };

/** Those named that nobody decided on yet, of events that this person sees. */
export async function openChanges(
  db: Sql,
  viewer: Viewer,
  projectId: ProjectId,
  named: readonly Named[],
): Promise<SheetChangeRow[]> {
  const rows = await db.rows<{ change: SheetChangeRow }>(
    `select ${changeJson} as change from jsonb_to_recordset($3::jsonb) as n("jobId" uuid, row int, field text)
       join sheet_change c on c.workspace_id = $1 and c.job_id = n."jobId" and c.row = n.row and c.field = n.field
       join event e on e.workspace_id = c.workspace_id and e.id = c.event_id
      where c.project_id = $2 and c.state in ('waiting', 'aside') and ${seenEvents(viewer)}
      order by c.job_id, c.row, c.field`,
    [viewer.actor.workspaceId, projectId, JSON.stringify(named)],
  );
  return rows.map(({ change }) => change);
}

/** Says what became of a change that nobody decided on before; false when somebody did. */
export async function decideChange(
  db: Sql,
  actor: Actor,
  { jobId, row, field }: Named,
  { state, reason }: { state: ChangeState; reason?: string | undefined },
): Promise<boolean> {
  const rows = await db.rows(
    `update sheet_change set state = $5, reason = $6, decided_by = $7, decided_at = now()
      where workspace_id = $1 and job_id = $2 and row = $3 and field = $4 and state in ('waiting', 'aside') returning 1`,
    [actor.workspaceId, jobId, row, field, state, reason ?? null, actor.userId],
  );
  return rows.length === 1;
}

/** Sets a change aside whose event was changed meanwhile, with what the event has now. */
export async function setChangeAside(
  db: Sql,
  actor: Actor,
  { jobId, row, field }: Named,
  was: SheetChangeRow["was"],
): Promise<void> {
  await db.rows(
    `update sheet_change set state = 'aside', was = $5
      where workspace_id = $1 and job_id = $2 and row = $3 and field = $4 and state = 'waiting'`,
    [actor.workspaceId, jobId, row, field, JSON.stringify(was)],
  );
}
