import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { AssignmentState } from "@/domain/assignment/assignment";
import type { EntityId, OpId, ProjectId, ReportId, TagId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import type { ReportState, Triage } from "@/domain/report/report";
import type { KeptVerdict } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import { type BlockRow, type Place, type RevisionRow, windowsOf } from "@/server/data/tags/passages";
import { instant, keptVerdict, tagNow, tagThen } from "@/server/data/tags/tag-json";
import { together } from "@/server/data/together";
import { type Sql, sql } from "@/server/data/transaction";

/** What some changes name, so that everything they need is read in one statement. */
export type Asked = {
  tags: readonly TagId[];
  /** Annotations that may be withdrawn or become another kind: their relations are looked at. */
  ends: readonly TagId[];
  ops: readonly { tagId: TagId; opId: OpId }[];
  entities: readonly EntityId[];
  places: readonly Place[];
  /** Analysts' tags that new final ones are derived from: those that are already are looked at. */
  derived: readonly TagId[];
};

export type Row = {
  nth: number;
  now: string;
  role: ProjectRole | null;
  mode: Standing["mode"];
  two_person_rule: boolean;
  id: ReportId;
  project_id: ProjectId;
  state: ReportState;
  triage: Triage;
  closed: boolean;
  archived: boolean;
  layers_open: boolean;
  own_work: AssignmentState | null;
  gate: number;
  codebook_version: number;
  tags: { tag: Tag; layersOpen: boolean }[] | null;
  answered: { opId: OpId; tag: Tag }[] | null;
  verdicts: KeptVerdict[] | null;
  entities: { id: EntityId; layer: Layer | null }[] | null;
  revisions: RevisionRow[] | null;
  blocks: BlockRow[] | null;
};

/**
 * Reads for many askers at once. Everything is looked up one by one by its key (`lateral … offset 0` keeps the planner
 * from doing it otherwise), so that nothing grows with what is there beside it, whatever the statistics say.
 */
const statement = `
with ask as materialized (
  select * from json_to_recordset($1::json) as a(nth int, workspace uuid, report uuid, person uuid, tags uuid[],
    ends uuid[], derived uuid[], op_tags uuid[], ops uuid[], entities uuid[], revisions uuid[], starts int[], stops int[])
)
select s.* from ask a cross join lateral (
with wanted as (
  select unnest(a.tags) as id
  union select f.id from (select 1 where cardinality(a.derived) > 0) d cross join lateral (
    select k.id from tag k where k.workspace_id = a.workspace and k.report_id = a.report and k.layer = 'final'
       and k.derived_from && a.derived offset 0) f
  union select l.id from unnest(a.ends) as e(id) cross join lateral (
    select k.id from tag k where k.workspace_id = a.workspace and k.from_id = e.id and k.state <> 'withdrawn' offset 0) l
  union select l.id from unnest(a.ends) as e(id) cross join lateral (
    select k.id from tag k where k.workspace_id = a.workspace and k.to_id = e.id and k.state <> 'withdrawn' offset 0) l
), texts as materialized (
  select distinct v.id, v.code_points, v.tail from unnest(a.revisions) as w(id) cross join lateral (
    select * from revision k where k.workspace_id = a.workspace and k.id = w.id and k.report_id = a.report offset 0) v
), reaches as materialized (
  select w.revision_id,
         coalesce((select max(f.start) from block f
           where f.workspace_id = a.workspace and f.revision_id = w.revision_id and f.start <= w.lo), 0) as first,
         coalesce((select min(l.start) from block l
           where l.workspace_id = a.workspace and l.revision_id = w.revision_id and l.start >= w.hi), 2147483647) as last
    from unnest(a.revisions, a.starts, a.stops) as w(revision_id, lo, hi) join texts x on x.id = w.revision_id
), touched as (
  select distinct on (b.revision_id, b.ordinal) b.revision_id, b.ordinal, b.start, b.before, b.text
    from reaches e cross join lateral (
      select * from block k
       where k.workspace_id = a.workspace and k.revision_id = e.revision_id and k.start between e.first and e.last
      offset 0) b
   order by b.revision_id, b.ordinal
)
select a.nth, ${instant("clock_timestamp()")} as now, pm.role, p.mode, p.two_person_rule, r.id, r.project_id, r.state,
  r.triage, r.closed_at is not null as closed, p.archived_at is not null as archived, r.layers_opened_at is not null as layers_open, p.codebook_version,
  (select k.state from assignment k
    where k.workspace_id = a.workspace and k.report_id = a.report and k.user_id = a.person) as own_work, w.gate,
  (select json_agg(json_build_object('tag', ${tagNow}, 'layersOpen', o.layers_opened_at is not null))
     from wanted w
     cross join lateral (select * from tag k where k.workspace_id = a.workspace and k.id = w.id offset 0) t
     cross join lateral (select * from tag_version k
       where k.workspace_id = a.workspace and k.tag_id = t.id and k.number = t.version offset 0) v
     cross join lateral (select * from report k where k.workspace_id = a.workspace and k.id = t.report_id offset 0) o
  ) as tags,
  (select json_agg(json_build_object('opId', v.op_id, 'tag', ${tagThen}))
     from unnest(a.op_tags, a.ops) as op(tag_id, id)
     cross join lateral (select * from tag_version k
       where k.workspace_id = a.workspace and k.tag_id = op.tag_id and k.op_id = op.id offset 0) v
     cross join lateral (select * from tag k where k.workspace_id = a.workspace and k.id = v.tag_id offset 0) t
  ) as answered,
  (select json_agg(${keptVerdict} order by d.created_at, d.id)
     from unnest(a.tags) as w(id)
     cross join lateral (select * from verdict k where k.workspace_id = a.workspace and k.tag_id = w.id offset 0) d
  ) as verdicts,
  (select json_agg(json_build_object('id', e.id, 'layer', e.layer))
     from unnest(a.entities) as w(id)
     cross join lateral (select * from entity k
       where k.workspace_id = a.workspace and k.id = w.id and k.project_id = p.id
         and (k.layer is null or k.layer = 'analyst:' || a.person) offset 0) e) as entities,
  (select json_agg(json_build_object('id', id, 'codePoints', code_points, 'tail', tail)) from texts) as revisions,
  (select json_agg(json_build_object('revisionId', revision_id, 'start', start, 'before', before, 'text', text)
        order by revision_id, ordinal) from touched) as blocks
  from (select * from report k where k.workspace_id = a.workspace and k.id = a.report offset 0) r
  cross join lateral (select * from project k where k.workspace_id = a.workspace and k.id = r.project_id offset 0) p
  cross join lateral (select k.gate from workspace_member k where k.workspace_id = a.workspace and k.user_id = a.person
     and exists (select from users u where u.id = k.user_id and u.disabled_at is null) offset 0) w
  left join lateral (select * from project_member k
    where k.workspace_id = a.workspace and k.project_id = p.id and k.user_id = a.person offset 0) pm on true
) s`;

export type Question = { actor: Actor; reportId: ReportId; asked: Asked };

/** The rows in the askers' order; undefined where there is no such report in their workspace. */
export async function rowsFor(db: Sql, questions: readonly Question[]): Promise<(Row | undefined)[]> {
  const rows = await db.rows<Row>(statement, [JSON.stringify(questions.map(wanted))], "read-situations");
  const byAsker = new Map(rows.map((row) => [row.nth, row]));
  return questions.map((_, nth) => byAsker.get(nth));
}

function wanted({ actor, reportId, asked: { tags, ends, ops, entities, places, derived } }: Question, nth: number) {
  const windows = windowsOf(places);
  return {
    nth,
    workspace: actor.workspaceId,
    report: reportId,
    person: actor.userId,
    tags,
    ends,
    derived,
    op_tags: ops.map(({ tagId }) => tagId),
    ops: ops.map(({ opId }) => opId),
    entities,
    revisions: windows.map(({ revisionId }) => revisionId),
    starts: windows.map(({ start }) => start),
    stops: windows.map(({ end }) => end),
  };
}

/** What asks for more than this is long under way, and nobody should have to wait for it. */
const few = 20;

const rowTogether = together((questions: readonly Question[]) => rowsFor(sql, questions), { gather: 50, most: 50 });

/** Reads for one asker; small questions that come while others are under way are read together. */
export async function rowFor(db: Sql, question: Question): Promise<Row | undefined> {
  if (db === sql && question.asked.tags.length <= few) return rowTogether(question);
  const [row] = await rowsFor(db, [question]);
  return row;
}
