import "server-only";
import type { Standing } from "@/domain/access/actor";
import type { ProjectId, ReportId, UserId, WorkspaceId } from "@/domain/ids";
import type { Sql, Tx } from "@/server/data/transaction";

/** Seconds after which a browser that was not heard of is gone. */
export const presentForSeconds = 30;

/** Somebody who has a report open in at least one tab. */
export type Present = {
  workspaceId: WorkspaceId;
  reportId: ReportId;
  projectId: ProjectId;
  userId: UserId;
  name: string;
  mode: Standing["mode"];
  layersOpen: boolean;
};

/** Who is present anywhere in these workspaces, or on one report of one of them, by name. */
export function presentIn(db: Sql, workspaces: readonly WorkspaceId[], reportId?: ReportId): Promise<Present[]> {
  return db.rows<Present>(
    `select p.workspace_id as "workspaceId", p.report_id as "reportId", r.project_id as "projectId",
            p.user_id as "userId", u.name, o.mode, r.layers_opened_at is not null as "layersOpen"
       from (select distinct workspace_id, report_id, user_id from presence
              where workspace_id = any($1::uuid[]) and seen_at > now() - make_interval(secs => $2)
                and ($3::uuid is null or report_id = $3)) p
       join report r on r.workspace_id = p.workspace_id and r.id = p.report_id
       join project o on o.workspace_id = r.workspace_id and o.id = r.project_id
       join users u on u.id = p.user_id and u.disabled_at is null
      order by p.report_id, lower(u.name), u.id`,
    [workspaces, presentForSeconds, reportId],
    "present-in",
  );
}

/** Says that a tab has the report open, again and again while it has. */
export async function arrive(tx: Tx, userId: UserId, reportId: ReportId, clientId: string): Promise<void> {
  const [row] = await tx.rows(
    `insert into presence (workspace_id, report_id, client_id, user_id) values ($1, $2, $3, $4)
     on conflict (workspace_id, report_id, client_id) do update set seen_at = now() where presence.user_id = $4
     returning xmax = 0 as fresh`,
    [tx.workspaceId, reportId, clientId, userId],
  );
  if (row?.["fresh"] === true) {
    await tx.rows("delete from presence where workspace_id = $1 and seen_at < now() - interval '5 minutes'", [
      tx.workspaceId,
    ]);
  }
}

/** Says that a tab no longer has it open. */
export async function depart(tx: Tx, userId: UserId, reportId: ReportId, clientId: string): Promise<void> {
  const { presence } = await tx.prisma();
  await presence.deleteMany({ where: { workspaceId: tx.workspaceId, reportId, clientId, userId } });
}
