import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { NamedEntry } from "@/domain/history/entry";
import { type KindOfAction, kindsOfAction } from "@/domain/history/kinds-of-action";
import type { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { visibleTo } from "@/server/data/visible";
import { type Page, toPage } from "@/server/page";

/** Whose history is read: a project's, a report's or a tag's. */
export type Subject = { project_id: ProjectId } | { report_id: ReportId } | { tag_id: TagId };

/** What a page of the history is narrowed to. */
export type ActivityFilters = {
  by?: UserId | undefined;
  kind?: KindOfAction | undefined;
  report?: ReportId | undefined;
  /** Days in UTC, both included. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The counts of work that an entry's `refs` may hold. */
const counted = ["annotations", "links", "accepted", "comments"];

/** A page of the history, newest first, of what this person may see. `before` is the number of the last entry seen. */
export async function activityOf(
  db: Sql,
  actor: Actor,
  standing: Standing,
  asked: { subject: Subject; before: string | undefined; limit: number; filters?: ActivityFilters | undefined },
): Promise<Page<NamedEntry>> {
  const { subject, before, limit, filters = {} } = asked;
  const values: unknown[] = [];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const [column, id] = Object.entries(subject)[0] ?? [];
  const seen = visibleTo(actor.userId, standing, { layer: "e.layer", layersOpenedAt: "r.layers_opened_at" });
  // How much somebody exported or deleted is theirs to know: work in a layer that is closed to others is among it.
  // Which state of protection an export had is for finding what it told, not for reading.
  const refs = `case when e.created_by = ${bound(actor.userId)}::uuid then e.refs else e.refs - ${bound(counted)}::text[] end - 'protection'`;
  const conditions = [
    `e.workspace_id = ${bound(actor.workspaceId)}`,
    `e.${column} = ${bound(id)}`,
    `e.id < ${bound(before ?? "9223372036854775807")}`,
    `(e.layer is null or ${seen})`,
    filters.by && `e.created_by = ${bound(filters.by)}`,
    filters.kind && `e.did = any(${bound(kindsOfAction[filters.kind])})`,
    filters.report && `e.report_id = ${bound(filters.report)}`,
    filters.from && `e.created_at >= ${bound(filters.from)}::date at time zone 'UTC'`,
    filters.to && `e.created_at < (${bound(filters.to)}::date + 1) at time zone 'UTC'`,
  ].filter((condition) => condition);
  const rows = await db.rows<{ entry: NamedEntry; number: string }>(
    `select e.id::text as number, json_strip_nulls(json_build_object('id', e.uid, 'did', e.did, 'by', e.created_by,
              'at', ${instant("e.created_at")}, 'projectId', e.project_id, 'reportId', e.report_id, 'tagId', e.tag_id,
              'version', e.version, 'refs', ${refs}, 'byName', u.name, 'reportTitle', r.title, 'tagKind', t.kind)) as entry
       from entry e
       left join users u on u.id = e.created_by
       left join report r on r.workspace_id = e.workspace_id and r.id = e.report_id
       left join tag t on t.workspace_id = e.workspace_id and t.id = e.tag_id
      where ${conditions.join(" and ")}
      order by e.id desc limit ${bound(limit + 1)}`,
    values,
  );
  const page = toPage(rows, limit, ({ number }) => [number]);
  return { ...page, items: page.items.map(({ entry }) => entry) };
}
