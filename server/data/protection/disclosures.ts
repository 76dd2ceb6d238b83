import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { PermittedUseId, ProjectId, ReportId } from "@/domain/ids";
import type { Said } from "@/domain/protection/disclosed";
import { type Disclosure, ProtectionSettings } from "@/domain/protection/permitted-use";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";

/** How a project protects. */
export async function settingsOf(db: Sql, { workspaceId }: Actor, projectId: ProjectId): Promise<ProtectionSettings> {
  const [row] = await db.rows<{ protection: unknown }>(
    "select protection from project where workspace_id = $1 and id = $2",
    [workspaceId, projectId],
  );
  return ProtectionSettings.parse(row?.protection ?? {});
}

export async function keepSettings(tx: Tx, projectId: ProjectId, settings: ProtectionSettings): Promise<void> {
  await tx.rows(
    `update project set protection = $3, protection_version = protection_version + 1 where workspace_id = $1 and id = $2`,
    [tx.workspaceId, projectId, JSON.stringify(settings)],
  );
}

type Exported = Omit<Disclosure, "reportId" | "by" | "byName"> & {
  protection: number;
  by?: Disclosure["by"];
  byName?: string;
  reportId?: ReportId;
};
/** Exports that are looked at. */
const most = 1000;

/** What was said of a thing, oldest first, and the exports that it was part of, newest first. */
export async function exportsSince(
  db: Sql,
  { workspaceId }: Actor,
  { id, projectId, reportId }: { id: PermittedUseId; projectId: ProjectId; reportId: ReportId | null },
): Promise<{ history: Said[]; exports: Exported[]; more: boolean }> {
  const history = await db.rows<Said>(
    `select v.use, v.protection, ${instant("v.created_at")} as at from permitted_use_version v
      where v.workspace_id = $1 and v.permitted_use_id = $2 order by v.number`,
    [workspaceId, id],
  );
  const rows = await db.rows<{ entry: Exported }>(
    `select json_strip_nulls(json_build_object('at', ${instant("x.created_at")}, 'by', x.created_by, 'byName', u.name,
              'format', coalesce(x.refs->>'format', ''), 'reportId', x.report_id,
              'protection', coalesce((x.refs->>'protection')::int, 0))) as entry
       from entry x left join users u on u.id = x.created_by
      where x.workspace_id = $1 and x.project_id = $2 and x.did = 'exported'
        and ($3::uuid is null or x.report_id is null or x.report_id = $3)
      order by x.id desc limit $4`,
    [workspaceId, projectId, reportId, most + 1],
  );
  return { history, exports: rows.slice(0, most).map(({ entry }) => entry), more: rows.length > most };
}
