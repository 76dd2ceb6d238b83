import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { NamedEntry } from "@/domain/history/entry";
import type { ProjectId, ReportId, TagId } from "@/domain/ids";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { visibleTo } from "@/server/data/visible";
import { type Page, toPage } from "@/server/page";

/** Whose history is read: a project's, a report's or a tag's. */
export type Subject = { project_id: ProjectId } | { report_id: ReportId } | { tag_id: TagId };

/** A page of the history, newest first, of what this person may see. `before` is the number of the last entry seen. */
export async function activityOf(
  db: Sql,
  actor: Actor,
  standing: Standing,
  { subject, before, limit }: { subject: Subject; before: string | undefined; limit: number },
): Promise<Page<NamedEntry>> {
  const [column, id] = Object.entries(subject)[0] ?? [];
  const seen = visibleTo(actor.userId, standing, { layer: "e.layer", layersOpenedAt: "r.layers_opened_at" });
  const rows = await db.rows<{ entry: NamedEntry; number: string }>(
    `select e.id::text as number, json_strip_nulls(json_build_object('id', e.uid, 'did', e.did, 'by', e.created_by,
              'at', ${instant("e.created_at")}, 'projectId', e.project_id, 'reportId', e.report_id, 'tagId', e.tag_id,
              'version', e.version, 'refs', e.refs, 'byName', u.name, 'reportTitle', r.title, 'tagKind', t.kind)) as entry
       from entry e
       left join users u on u.id = e.created_by
       left join report r on r.workspace_id = e.workspace_id and r.id = e.report_id
       left join tag t on t.workspace_id = e.workspace_id and t.id = e.tag_id
      where e.workspace_id = $1 and e.${column} = $2 and e.id < $3 and (e.layer is null or ${seen})
      order by e.id desc limit $4`,
    [actor.workspaceId, id, before ?? "9223372036854775807", limit + 1],
  );
  const page = toPage(rows, limit, ({ number }) => [number]);
  return { ...page, items: page.items.map(({ entry }) => entry) };
}
