import "server-only";
import type { Standing } from "@/domain/access/actor";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import type { ClaimedDelivery } from "@/server/data/webhooks/deliveries";

/** The project a delivery is from, and the report it is about, as they are now. */
export type About = {
  project: { id: string; slug: string; name: string };
  mode: Standing["mode"];
  practice: boolean;
  /** With the revision, by which the gate knows a report. */
  report: { id: string; revisionId: string; title: string } | null;
  layersOpen: boolean;
  embargoUntil: string | null;
  now: string;
};

export async function aboutDelivery(db: Sql, { workspaceId, projectId, reportId }: ClaimedDelivery) {
  const [row] = await db.rows<About>(
    `select json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as project, p.mode, p.practice,
            case when r.id is not null then json_build_object('id', r.id, 'revisionId', r.revision_id, 'title', r.title) end as report,
            r.layers_opened_at is not null as "layersOpen", ${instant("r.embargo_until")} as "embargoUntil",
            ${instant("now()")} as now
       from project p left join report r on r.workspace_id = p.workspace_id and r.project_id = p.id and r.id = $3
      where p.workspace_id = $1 and p.id = $2`,
    [workspaceId, projectId, reportId],
  );
  return row;
}

/** One entry that a delivery tells of, with what it names as it is now. */
export type Told = {
  did: string;
  at: string;
  tag: { id: string; type: string; kind: string } | null;
  version: number | null;
  event: { id: string; title: string; state: string; version: number } | null;
  release: { id: string; number: number; title: string; digest: string; state: string } | null;
};

/** What a delivery tells of, in the order in which it happened. What was deleted since is left out. */
export async function toldBy(db: Sql, { workspaceId, entries }: ClaimedDelivery): Promise<Told[]> {
  return db.rows<Told>(
    `select e.did, ${instant("e.created_at")} as at, e.version,
            case when t.id is not null then json_build_object('id', t.id, 'type', t.type, 'kind', t.kind) end as tag,
            case when v.id is not null then json_build_object('id', v.id, 'title', v.title, 'state', v.state, 'version', v.version) end as event,
            case when s.id is not null then json_build_object('id', s.id, 'number', s.number, 'title', s.title, 'digest', s.digest,
              'state', case when s.withdrawn_at is not null then 'withdrawn' else 'made' end) end as release
       from entry e
       left join tag t on t.workspace_id = e.workspace_id and t.id = e.tag_id
       left join event v on v.workspace_id = e.workspace_id and v.id::text = e.refs->>'eventId'
       left join release s on s.workspace_id = e.workspace_id and s.id::text = e.refs->>'releaseId'
      where e.workspace_id = $1 and e.id = any($2::bigint[])
        and (e.tag_id is null or t.id is not null) order by e.id`,
    [workspaceId, entries],
  );
}
