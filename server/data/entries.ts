import "server-only";
import type { Layer } from "@/domain/access/layer";
import type { ChangedBy } from "@/domain/failure";
import type { Deed } from "@/domain/history/entry";
import type { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import { instant } from "@/server/data/tags/tag-json";
import type { Tx } from "@/server/data/transaction";

/** What was done, as ids and counts; content stays in the rows it names, so that it can lawfully be erased. */
export type Remembered = {
  by?: UserId | undefined;
  did: Deed;
  projectId?: ProjectId | undefined;
  reportId?: ReportId | undefined;
  tagId?: TagId | undefined;
  version?: number | undefined;
  /** Whose eyes it is for; everybody who sees the thing when left out. */
  layer?: Layer | undefined;
  refs?: Record<string, string | number> | undefined;
};

const columns = "workspace_id, did, created_by, project_id, report_id, tag_id, version, layer, refs";

/** Appends to the history, in the transaction of the change itself. */
export async function remember(tx: Tx, ...entries: readonly Remembered[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.rows(
    `insert into entry (${columns})
     select $1, e->>'did', (e->>'by')::uuid, (e->>'projectId')::uuid, (e->>'reportId')::uuid, (e->>'tagId')::uuid,
            (e->>'version')::int, e->>'layer', coalesce(e->'refs', '{}'::jsonb)
       from jsonb_array_elements($2::jsonb) as e`,
    [tx.workspaceId, JSON.stringify(entries)],
    "remember",
  );
}

/** Who did one of these things last, to a project as a whole or to one of its reports; or with one person in it. */
export async function lastToDo(
  tx: Tx,
  deeds: readonly Deed[],
  { projectId, reportId, userId }: { projectId: ProjectId; reportId?: ReportId; userId?: UserId },
): Promise<ChangedBy | undefined> {
  const [row] = await tx.rows<ChangedBy>(
    `select u.id as by, u.name, ${instant("e.created_at")} as at from entry e join users u on u.id = e.created_by
      where e.workspace_id = $1 and e.project_id = $2 and e.report_id is not distinct from $3 and e.did = any($4)
        and ($5::text is null or e.refs->>'userId' = $5)
      order by e.id desc limit 1`,
    [tx.workspaceId, projectId, reportId ?? null, deeds, userId ?? null],
  );
  return row;
}
