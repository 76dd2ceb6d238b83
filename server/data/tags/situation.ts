import "server-only";
import { createHash } from "node:crypto";
import { type Actor, roleIn, type Standing } from "@/domain/access/actor";
import { maySeeLayer } from "@/domain/access/policy";
import { Codebook } from "@/domain/codebook/codebook";
import { type EntityId, type OpId, type ProjectId, type ReportId, type TagId, VerdictId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import type { ReportState, Triage } from "@/domain/report/report";
import { type KeptVerdict, opKey, type Situation } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import { type BlockRow, type Place, passagesIn, type RevisionRow, windowsOf } from "@/server/data/tags/passages";
import { plannedOnce } from "@/server/data/tags/planned-once";
import { instant, keptVerdict, tagNow, tagThen } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** What some changes name, so that everything they need is read in one statement. */
export type Asked = {
  tags: readonly TagId[];
  /** Annotations that may be withdrawn or become another kind: their relations are looked at. */
  ends: readonly TagId[];
  ops: readonly { tagId: TagId; opId: OpId }[];
  entities: readonly EntityId[];
  places: readonly Place[];
};

export type Read = Situation & { triage: Triage; layersOpen: boolean };

type Row = {
  now: string;
  role: ProjectRole | null;
  mode: Standing["mode"];
  two_person_rule: boolean;
  id: ReportId;
  project_id: ProjectId;
  state: ReportState;
  triage: Triage;
  closed: boolean;
  layers_open: boolean;
  codebook_version: number;
  codebook: unknown;
  tags: { tag: Tag; layersOpen: boolean }[] | null;
  answered: { opId: OpId; tag: Tag }[] | null;
  verdicts: KeptVerdict[] | null;
  entities: EntityId[] | null;
  revisions: RevisionRow[] | null;
  blocks: BlockRow[] | null;
};

const statement = plannedOnce(
  `
with wanted as (
  select unnest($4::uuid[]) as id
  union select l.id from unnest($5::uuid[]) as e(id) cross join lateral (
    select k.id from tag k where k.workspace_id = $1 and k.from_id = e.id and k.state <> 'withdrawn' offset 0) l
  union select l.id from unnest($5::uuid[]) as e(id) cross join lateral (
    select k.id from tag k where k.workspace_id = $1 and k.to_id = e.id and k.state <> 'withdrawn' offset 0) l
), texts as (
  select v.id, v.code_points, v.tail from revision v
   where v.workspace_id = $1 and v.report_id = $2 and v.id = any($9::uuid[])
), reaches as materialized (
  select w.revision_id,
         coalesce((select max(f.start) from block f
           where f.workspace_id = $1 and f.revision_id = w.revision_id and f.start <= w.lo), 0) as first,
         coalesce((select min(l.start) from block l
           where l.workspace_id = $1 and l.revision_id = w.revision_id and l.start >= w.hi), 2147483647) as last
    from unnest($9::uuid[], $10::int[], $11::int[]) as w(revision_id, lo, hi) join texts x on x.id = w.revision_id
), touched as (
  select distinct on (b.revision_id, b.ordinal) b.revision_id, b.ordinal, b.start, b.before, b.text
    from reaches e cross join lateral (
      select * from block k
       where k.workspace_id = $1 and k.revision_id = e.revision_id and k.start between e.first and e.last offset 0) b
   order by b.revision_id, b.ordinal
)
select ${instant("clock_timestamp()")} as now, pm.role, p.mode, p.two_person_rule, r.id, r.project_id, r.state, r.triage,
  r.closed_at is not null as closed, r.layers_opened_at is not null as layers_open, p.codebook_version,
  (select content from codebook_version c where c.workspace_id = $1 and c.project_id = p.id
      and c.number = p.codebook_version) as codebook,
  (select json_agg(json_build_object('tag', ${tagNow}, 'layersOpen', o.layers_opened_at is not null))
     from wanted w
     cross join lateral (select * from tag k where k.workspace_id = $1 and k.id = w.id offset 0) t
     join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
     join report o on o.workspace_id = $1 and o.id = t.report_id) as tags,
  (select json_agg(json_build_object('opId', v.op_id, 'tag', ${tagThen}))
     from unnest($6::uuid[], $7::uuid[]) as op(tag_id, id)
     join tag_version v on v.workspace_id = $1 and v.tag_id = op.tag_id and v.op_id = op.id
     join tag t on t.workspace_id = $1 and t.id = v.tag_id) as answered,
  (select json_agg(${keptVerdict} order by d.created_at, d.id)
     from verdict d where d.workspace_id = $1 and d.tag_id = any($4)) as verdicts,
  (select json_agg(e.id) from entity e
     where e.workspace_id = $1 and e.project_id = p.id and e.id = any($8::uuid[])) as entities,
  (select json_agg(json_build_object('id', id, 'codePoints', code_points, 'tail', tail)) from texts) as revisions,
  (select json_agg(json_build_object('revisionId', revision_id, 'start', start, 'before', before, 'text', text)
        order by revision_id, ordinal) from touched) as blocks
  from report r
  join project p on p.workspace_id = $1 and p.id = r.project_id
  left join project_member pm on pm.workspace_id = $1 and pm.project_id = p.id and pm.user_id = $3
 where r.workspace_id = $1 and r.id = $2`,
  ["uuid", "uuid", "uuid", "uuid[]", "uuid[]", "uuid[]", "uuid[]", "uuid[]", "uuid[]", "int[]", "int[]"],
);

/** Reads all that deciding about some changes takes; undefined when for this actor there is no such report. */
export async function readSituation(
  db: Sql,
  actor: Actor,
  reportId: ReportId,
  { tags, ends, ops, entities, places }: Asked,
): Promise<Read | undefined> {
  const windows = windowsOf(places);
  const [row] = await db.rows<Row>(
    statement,
    [
      actor.workspaceId,
      reportId,
      actor.userId,
      tags,
      ends,
      ops.map(({ tagId }) => tagId),
      ops.map(({ opId }) => opId),
      entities,
      windows.map(({ revisionId }) => revisionId),
      windows.map(({ start }) => start),
      windows.map(({ end }) => end),
    ],
    "read-situation",
  );
  const role = row && roleIn(actor.workspaceRole, row.role ?? undefined);
  return role && toSituation(actor, { role, mode: row.mode }, row, tags);
}

function toSituation(actor: Actor, standing: Standing, row: Row, asked: readonly TagId[]): Read {
  const seen = (row.tags ?? []).filter(
    ({ tag, layersOpen }) =>
      tag.projectId === row.project_id && maySeeLayer(actor.userId, standing, tag.layer, layersOpen),
  );
  const visible = new Map(seen.map(({ tag }) => [tag.id, tag]));
  const exist = new Set((row.tags ?? []).map(({ tag }) => tag.id));
  const revisions = row.revisions ?? [];
  return {
    actor,
    standing,
    twoPersonRule: row.two_person_rule,
    now: row.now,
    triage: row.triage,
    layersOpen: row.layers_open,
    report: { id: row.id, projectId: row.project_id, state: row.state, closed: row.closed },
    codebook: { version: row.codebook_version, content: Codebook.parse(row.codebook) },
    tags: visible,
    taken: new Set(asked.filter((id) => exist.has(id) && !visible.has(id))),
    relationsOf: relationsByEnd([...visible.values()]),
    answered: new Map((row.answered ?? []).map(({ opId, tag }) => [opKey(tag.id, opId), tag])),
    verdictsOf: verdictsByTag(row.verdicts ?? []),
    entities: new Set(row.entities),
    revisions: new Map(revisions.map(({ id, codePoints }) => [id, codePoints])),
    passage: passagesIn(revisions, row.blocks ?? []),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    newVerdictId: () => newId(VerdictId),
  };
}

function relationsByEnd(tags: readonly Tag[]): Map<TagId, TagId[]> {
  const hanging = new Map<TagId, TagId[]>();
  for (const tag of tags) {
    if (tag.type !== "relation") continue;
    for (const end of [tag.from, tag.to]) if (end) hanging.set(end, [...(hanging.get(end) ?? []), tag.id]);
  }
  return hanging;
}

function verdictsByTag(verdicts: readonly KeptVerdict[]): Map<TagId, KeptVerdict[]> {
  const byTag = new Map<TagId, KeptVerdict[]>();
  for (const verdict of verdicts) byTag.set(verdict.tagId, [...(byTag.get(verdict.tagId) ?? []), verdict]);
  return byTag;
}
