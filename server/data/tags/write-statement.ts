import "server-only";
import { schemaVersion } from "@/domain/tag/kind";

const headColumns = `id uuid, seen int, seen_state text, report_id uuid, type text, kind text, layer text, state text,
  version int, span_start int, span_end int, from_id uuid, to_id uuid, to_entity_id uuid, to_article bool,
  entity_id uuid, derived_from uuid[], created_by uuid, created_at timestamptz, updated_by uuid, updated_at timestamptz`;
const versionColumns = `tag_id uuid, number int, kind text, state text, attributes jsonb, codebook_version int,
  anchor jsonb, from_id uuid, to_id uuid, to_entity_id uuid, to_article bool, origin text, op_id uuid`;
const names = (columns: string) =>
  columns
    .replaceAll(/\s+/g, " ")
    .split(", ")
    .map((each) => each.split(" ")[0] ?? "");
/** What most rows would only repeat is left out of what is sent. */
const unsaid: Record<string, string> = { to_article: "false", derived_from: "'{}'", refs: "'{}'" };
const values = (from: string, columns: readonly string[]) =>
  columns.map((name) => (unsaid[name] ? `coalesce(${from}.${name}, ${unsaid[name]})` : `${from}.${name}`)).join(", ");
const kept = names(headColumns).filter((name) => !name.startsWith("seen"));
const changing = [
  "kind",
  "state",
  "version",
  "span_start",
  "span_end",
  "from_id",
  "to_id",
  "to_entity_id",
  "to_article",
  "entity_id",
  "derived_from",
  "updated_by",
  "updated_at",
];
const verdictColumns = `id uuid, tag_id uuid, version int, result_version int, state_before text, decision text,
  reason text, wish jsonb, op_id uuid, created_by uuid, created_at timestamptz`;

const entryColumns = "report_id uuid, did text, tag_id uuid, version int, layer text, refs jsonb";

/**
 * One statement for many changes, each all or nothing for itself: a change is written only if its report is in the
 * state, and every tag at the version and in the state, that was looked at; and its layers and its writer's gate as they were;
 * else somebody was faster and nothing of it is written. It answers the changes that were.
 *
 * Everything is looked up one by one by its key, and heads are written by their key (`on conflict`), so that no plan
 * reads what lies beside them, whatever the statistics say. Of two who make the same new tag at once the second still
 * fails: its first version has a number that is taken. `changed` and `leaning` count a change's heads that are
 * there already and the tags that it leans on.
 * @param busy what happens with rows that somebody else holds: waiting for them, or taking them for changed
 */
export const writingStatement = (busy: "" | "skip locked"): string => `
with change as materialized (
  select * from json_to_recordset($1::json) as c(nth int, workspace uuid, project uuid, report uuid, seen text, state text,
    layers_open bool, person uuid, gate int, at timestamptz, changed int, leaning int)
), here as materialized (
  select c.* from change c cross join lateral (
    select from report r where r.workspace_id = c.workspace and r.id = c.report and r.state = c.seen
       and (r.layers_opened_at is not null) = c.layers_open for share ${busy}) r
   where c.state = c.seen
  union all select c.* from change c cross join lateral (
    select from report r where r.workspace_id = c.workspace and r.id = c.report and r.state = c.seen
       and (r.layers_opened_at is not null) = c.layers_open for no key update ${busy}) r
   where c.state <> c.seen
), let_in as materialized (
  select p.workspace, p.person, p.gate from (select distinct workspace, person, gate from here) p cross join lateral (
    select from workspace_member m
     where m.workspace_id = p.workspace and m.user_id = p.person and m.gate = p.gate for share ${busy}) m
), heads as materialized (
  select c.workspace, h.* from json_to_recordset($2::json) as h(nth int, ${headColumns}) join here c on c.nth = h.nth
), unchanged as materialized (
  select h.nth from (select nth, workspace, id, seen, seen_state from heads where seen is not null order by id) h
   cross join lateral (
     select from tag t where t.workspace_id = h.workspace and t.id = h.id and t.version = h.seen
       and t.state = h.seen_state for update ${busy}) t
), leans as materialized (
  select c.workspace, l.* from json_to_recordset($6::json) as l(nth int, id uuid, version int) join here c on c.nth = l.nth
), standing as materialized (
  select l.nth from (select * from leans order by id) l
   cross join lateral (
     select from tag t where t.workspace_id = l.workspace and t.id = l.id and t.version = l.version for share ${busy}) t
), fresh as materialized (
  select c.* from here c join let_in p on p.workspace = c.workspace and p.person = c.person and p.gate = c.gate
   where c.changed = (select count(*) from unchanged u where u.nth = c.nth)
     and c.leaning = (select count(*) from standing s where s.nth = c.nth)
), moved as (
  update report r set state = c.state from fresh c
   where c.state <> c.seen and r.workspace_id = c.workspace and r.id = c.report
), written as (
  insert into tag (workspace_id, project_id, ${kept.join(", ")})
  select c.workspace, c.project, ${values("h", kept)} from heads h join fresh c on c.nth = h.nth
  on conflict (workspace_id, id) do update set ${changing.map((name) => `${name} = excluded.${name}`).join(", ")}
), versions as (
  insert into tag_version (workspace_id, schema_version, created_by, created_at, ${names(versionColumns).join(", ")})
  select c.workspace, ${schemaVersion}, c.person, c.at, ${values("v", names(versionColumns))}
    from json_to_recordset($3::json) as v(nth int, ${versionColumns}) join fresh c on c.nth = v.nth
), decided as (
  insert into verdict (workspace_id, ${names(verdictColumns).join(", ")})
  select c.workspace, ${values("d", names(verdictColumns))}
    from json_to_recordset($4::json) as d(nth int, ${verdictColumns}) join fresh c on c.nth = d.nth
), undone as (
  update verdict d set undone_at = c.at
    from json_to_recordset($7::json) as u(nth int, id uuid) join fresh c on c.nth = u.nth
   where d.workspace_id = c.workspace and d.id = u.id
), remembered as (
  insert into entry (workspace_id, project_id, created_by, created_at, ${names(entryColumns).join(", ")})
  select c.workspace, c.project, c.person, c.at, ${values("e", names(entryColumns))}
    from json_to_recordset($5::json) as e(nth int, ${entryColumns}) join fresh c on c.nth = e.nth
)
select nth from fresh`;
