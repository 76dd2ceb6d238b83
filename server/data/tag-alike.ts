import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { EntityId, OpId, ProjectId, ReportId, RevisionId, TagId } from "@/domain/ids";
import type { TaggedAlike } from "@/domain/tag/tag-alike";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { visibleTags } from "@/server/data/visible";

export type Sample = {
  kind: string;
  attributes: Record<string, unknown>;
  /** Its words, when it stands on one stretch. */
  words: string | null;
  segments: number;
  links: { kind: string; toEntity: EntityId | null; attributes: Record<string, unknown> }[];
};

/** A tag that others shall be like, with its links to entities and to the article, as this person sees it. */
export async function sampleOf(
  db: Sql,
  { actor, standing, projectId }: { actor: Actor; standing: Standing; projectId: ProjectId },
  id: TagId,
): Promise<Sample | undefined> {
  const seen = (tag: string) =>
    visibleTags(actor.userId, standing, {
      layer: `${tag}.layer`,
      layersOpenedAt: "r.layers_opened_at",
      state: `${tag}.state`,
    });
  const [row] = await db.rows<Sample>(
    `select t.kind, v.attributes, v.anchor->'segments'->0->>'quote' as words,
            jsonb_array_length(v.anchor->'segments') as segments,
            coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'toEntity', l.to_entity_id, 'attributes', w.attributes)
                             order by l.created_at, l.id)
               from tag l join tag_version w on w.workspace_id = l.workspace_id and w.tag_id = l.id and w.number = l.version
              where l.workspace_id = t.workspace_id and l.from_id = t.id and l.layer = t.layer and l.state <> 'withdrawn'
                and (l.to_entity_id is not null or l.to_article) and ${seen("l")}), '[]') as links
       from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
      where t.workspace_id = $1 and t.project_id = $2 and t.id = $3 and t.type = 'annotation' and t.state <> 'withdrawn'
        and ${seen("t")}`,
    [actor.workspaceId, projectId, id],
  );
  return row;
}

/** Those of some reports that are in a project. */
export async function reportsIn(tx: Tx, projectId: ProjectId, ids: readonly ReportId[]): Promise<ReportId[]> {
  const rows = await tx.rows<{ id: ReportId }>(
    "select id from report where workspace_id = $1 and project_id = $2 and id = any($3::uuid[])",
    [tx.workspaceId, projectId, ids],
  );
  return rows.map(({ id }) => id);
}

export type Tagged = { reportId: ReportId; start: number; end: number };

/** Where a layer has tags of a kind already, in some reports. */
export const taggedSo = (
  db: Sql,
  { workspaceId }: Actor,
  { reports, kind, layer }: { reports: readonly ReportId[]; kind: string; layer: Layer },
): Promise<Tagged[]> =>
  db.rows<Tagged>(
    `select t.report_id as "reportId", t.span_start as start, t.span_end as end
       from unnest($2::uuid[]) as w(id) cross join lateral (
         select * from tag k where k.workspace_id = $1 and k.report_id = w.id and k.layer = $3 and k.state <> 'withdrawn'
            and k.type = 'annotation' and k.kind = $4 offset 0) t`,
    [workspaceId, reports, layer, kind],
  );

/** Reports whose words were not read for the search yet may hold anything. */
const mayHold = (words: string) => `(${words}::tsquery is null
  or exists (select from search_part s where s.workspace_id = r.workspace_id and s.id = r.id and s.words @@ ${words}::tsquery)
  or not exists (select from search_part s where s.workspace_id = r.workspace_id and s.id = r.id))`;

export type Candidate = {
  id: ReportId;
  revisionId: RevisionId;
  title: string;
  language: string;
  blocks: { start: number; text: string }[];
};

/** Reports of a project that may hold some words, with their paragraphs, some at a time. */
export const reportsThatMayHold = (
  db: Sql,
  { workspaceId }: Actor,
  { projectId, words, after }: { projectId: ProjectId; words: string | null; after: ReportId | null },
): Promise<Candidate[]> =>
  db.rows<Candidate>(
    `select r.id, r.revision_id as "revisionId", r.title, r.language, b.blocks
       from (select * from report r where r.workspace_id = $1 and r.project_id = $2 and ($4::uuid is null or r.id > $4)
                and r.closed_at is null and ${mayHold("$3")} order by r.id limit 50) r
       cross join lateral (select json_agg(json_build_object('start', b.start, 'text', b.text) order by b.ordinal) as blocks
         from block b where b.workspace_id = r.workspace_id and b.revision_id = r.revision_id) b
      where b.blocks is not null order by r.id`,
    [workspaceId, projectId, words, after],
  );

type Kept = Pick<TaggedAlike, "id" | "tags" | "reports" | "left">;

export async function keepTagging(
  tx: Tx,
  { actor, projectId, layer }: { actor: Actor; projectId: ProjectId; layer: Layer },
  { id, reports, left, made }: Omit<Kept, "tags"> & { made: readonly TagId[] },
): Promise<void> {
  await tx.rows(
    `insert into tagging (workspace_id, id, project_id, layer, tags, reports, "left", created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.workspaceId, id, projectId, layer, made, reports, JSON.stringify(left), actor.userId],
  );
}

/** One tagging of this person; nobody else is told that there is one. */
export async function findTagging(
  db: Sql,
  { actor, projectId }: { actor: Actor; projectId: ProjectId },
  id: OpId,
): Promise<TaggedAlike | undefined> {
  const [row] = await db.rows<{ tagging: TaggedAlike }>(
    `select jsonb_strip_nulls(jsonb_build_object('id', g.id, 'tags', cardinality(g.tags), 'reports', g.reports, 'left', g."left",
              'at', ${instant("g.created_at")}, 'undoneAt', case when g.undone_at is not null then ${instant("g.undone_at")} end,
              'stayed', g.stayed)) as tagging
       from tagging g where g.workspace_id = $1 and g.project_id = $2 and g.id = $3 and g.created_by = $4`,
    [actor.workspaceId, projectId, id, actor.userId],
  );
  return row?.tagging;
}

/**
 * The tags of a tagging that nobody went on with: unchanged, undecided, linked to nothing that came later. Each is looked
 * up by its key (`offset 0`), whatever the statistics say: joined as a set, ten thousand of them once outlasted the time
 * that a statement has.
 */
export const untouchedOf = (tx: Tx, id: OpId): Promise<{ id: TagId; reportId: ReportId }[]> =>
  tx.rows<{ id: TagId; reportId: ReportId }>(
    `select t.id, t.report_id as "reportId" from tagging g cross join lateral unnest(g.tags) as w(id)
       cross join lateral (select k.id, k.report_id from tag k where k.workspace_id = g.workspace_id and k.id = w.id
          and k.version = 1 and k.state = 'open' offset 0) t
      where g.workspace_id = $1 and g.id = $2
        and not exists (select from tag l where l.workspace_id = g.workspace_id and l.to_id = t.id
              and l.state <> 'withdrawn' offset 0)
        and not exists (select from tag l cross join lateral (select v.op_id from tag_version v
                where v.workspace_id = l.workspace_id and v.tag_id = l.id and v.number = l.version offset 0) v
             where l.workspace_id = g.workspace_id and l.from_id = t.id and l.state <> 'withdrawn'
               and v.op_id is distinct from g.id offset 0)
      order by t.report_id, t.id`,
    [tx.workspaceId, id],
  );

export async function markTaggingUndone(tx: Tx, id: OpId, stayed: number): Promise<void> {
  await tx.rows("update tagging set undone_at = now(), stayed = $3 where workspace_id = $1 and id = $2", [
    tx.workspaceId,
    id,
    stayed,
  ]);
}
