import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import type { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import { seenTags } from "@/server/data/tags/read";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { visibleTo } from "@/server/data/visible";

/** Whose eyes: what lies in closed layers of others is nothing to learn from. */
export type Learning = { actor: Actor; standing: Standing; projectId: ProjectId };

/** The latest tags and decisions that are learnt from, and the different words that come of them. */
const [mostTags, mostWords] = [20_000, 3000];

export type Tagged = { kind: string; words: string; attributes: Record<string, unknown>; times: number };

/** Words that were tagged in a project, with what was said of them, most often tagged first. */
export const wordsTagged = (db: Sql, { actor, standing, projectId }: Learning): Promise<Tagged[]> =>
  db.rows<Tagged>(
    `select t.kind, v.anchor->'segments'->0->>'quote' as words,
            v.attributes - array['note', 'noteProse', 'candidates', 'partOfName'] as attributes, count(*)::int as times
       from (select * from tag where workspace_id = $1 and project_id = $2 and type = 'annotation' and kind <> 'claim'
                and state in ('open', 'accepted') order by updated_at desc limit ${mostTags}) t
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
      where jsonb_array_length(v.anchor->'segments') = 1 and length(v.anchor->'segments'->0->>'quote') between 2 and 120
        and ${seenTags(actor, standing)}
      group by 1, 2, 3 order by 4 desc, 2, 1 limit ${mostWords}`,
    [actor.workspaceId, projectId],
  );

const seenSuggestions = ({ actor, standing }: Learning) =>
  visibleTo(actor.userId, standing, { layer: "s.layer", layersOpenedAt: "r.layers_opened_at" });

/** Words whose suggestions were rejected in a project. */
export const wordsRejected = (db: Sql, learning: Learning): Promise<{ kind: string; words: string; times: number }[]> =>
  db.rows(
    `select s.kind, s.spans->0->>'quote' as words, count(*)::int as times
       from suggestion s join report r on r.workspace_id = s.workspace_id and r.id = s.report_id
      where s.workspace_id = $1 and s.project_id = $2 and s.state = 'rejected' and s.kind <> 'claim'
        and jsonb_array_length(s.spans) = 1 and ${seenSuggestions(learning)}
      group by 1, 2 order by 3 desc limit ${mostWords}`,
    [learning.actor.workspaceId, learning.projectId],
  );

/** When there was last anything to learn; undefined before the first tag. */
export async function learntAt(db: Sql, { actor, standing, projectId }: Learning): Promise<string | undefined> {
  const [row] = await db.rows<{ at: string | null }>(
    `select case when max(t.updated_at) is not null
              then ${instant("greatest(max(t.updated_at), max(r.layers_opened_at))")} end as at
       from (select * from tag where workspace_id = $1 and project_id = $2 and type = 'annotation' and kind <> 'claim') t
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where ${seenTags(actor, standing)}`,
    [actor.workspaceId, projectId],
  );
  return row?.at ?? undefined;
}

/** How many suggestions of each rule were accepted and rejected; accepted is what an engine's tag stands for. */
export const acceptanceIn = (db: Sql, learning: Learning): Promise<Omit<RuleAcceptance, "state">[]> =>
  db.rows(
    `select engine, rule, count(*) filter (where state <> 'rejected')::int as accepted,
            count(*) filter (where state = 'rejected')::int as rejected
       from (select s.engine, s.reason->>'rule' as rule, s.state
               from suggestion s join report r on r.workspace_id = s.workspace_id and r.id = s.report_id
              where s.workspace_id = $1 and s.project_id = $2 and ${seenSuggestions(learning)} and (s.state = 'rejected' or exists (
                select from tag t join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = 1
                 where t.workspace_id = s.workspace_id and t.report_id = s.report_id and t.layer = s.layer and t.kind = s.kind
                   and t.span_start = (s.spans->0->>'start')::int and t.span_end = (s.spans->-1->>'end')::int
                   and t.state not in ('withdrawn', 'rejected') and v.origin = 'engine:' || s.engine))) decided
      group by 1, 2 order by 1, 3 desc, 2`,
    [learning.actor.workspaceId, learning.projectId],
  );

/** Reports of a project in one layer that an engine has not read, or not since it learnt; and how many there are. */
export async function unreadIn(
  db: Sql,
  { actor, projectId }: Learning,
  {
    layer,
    engines,
    after,
    limit,
  }: {
    layer: string;
    engines: readonly { name: string; version: number; since?: string | undefined }[];
    after: string | null;
    limit: number;
  },
): Promise<{ id: string; left: number }[]> {
  return db.rows<{ id: string; left: number }>(
    `select r.id, (count(*) over ())::int as left from report r
      where r.workspace_id = $1 and r.project_id = $2 and r.closed_at is null and ($5::uuid is null or r.id > $5)
        and exists (select from jsonb_to_recordset($4::jsonb) as e(name text, version int, since timestamptz)
             where not exists (select from suggestion_run s where s.workspace_id = r.workspace_id and s.report_id = r.id
               and s.layer = $3 and s.engine = e.name and s.version = e.version and s.revision_id = r.revision_id
               and (e.since is null or s.at >= e.since)))
      order by r.id limit $6`,
    [actor.workspaceId, projectId, layer, JSON.stringify(engines), after, limit],
  );
}
