import "server-only";
import type { ReportState } from "@/domain/report/report";
import { namedEntities } from "@/domain/tag/check-annotation";
import { schemaVersion } from "@/domain/tag/kind";
import type { TagEntry, Writes } from "@/domain/tag/ledger";
import type { ReportNow, Situation } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import { plannedOnce } from "@/server/data/tags/planned-once";
import type { Sql } from "@/server/data/transaction";

const headColumns = `id uuid, seen int, project_id uuid, report_id uuid, type text, kind text, layer text, state text,
  version int, span_start int, span_end int, from_id uuid, to_id uuid, to_entity_id uuid, to_article bool,
  entity_id uuid, derived_from uuid[], created_by uuid, created_at timestamptz, updated_by uuid, updated_at timestamptz`;
const versionColumns = `tag_id uuid, number int, kind text, state text, attributes jsonb, codebook_version int,
  anchor jsonb, from_id uuid, to_id uuid, to_entity_id uuid, to_article bool, origin text, op_id uuid,
  created_by uuid, created_at timestamptz`;
const names = (columns: string) =>
  columns
    .replaceAll(/\s+/g, " ")
    .split(", ")
    .map((each) => each.split(" ")[0]);
const kept = names(headColumns).filter((name) => name !== "seen");
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

/**
 * One statement, all or nothing: it writes only if the report is in the state, and every tag at the version, that was
 * looked at; else somebody was faster, nothing is written, and it answers false.
 */
const statement = (lock: "share" | "no key update") =>
  plannedOnce(
    `
with here as (
  select 1 from report where workspace_id = $1 and id = $2 and state = $3 for ${lock}
), heads as (
  select * from json_to_recordset($6::json) as h(${headColumns})
), leans as (
  select * from json_to_recordset($10::json) as l(id uuid, version int)
), unchanged as (
  select t.id from tag t join heads h on h.id = t.id and h.seen = t.version
   where t.workspace_id = $1 and exists (select from here) order by t.id for update of t
), standing as (
  select t.id from tag t join leans l on l.id = t.id and l.version = t.version
   where t.workspace_id = $1 and exists (select from here) order by t.id for share of t
), fresh as (
  select 1 where exists (select from here)
    and (select count(*) from unchanged) = (select count(*) from heads where seen is not null)
    and (select count(*) from standing) = (select count(*) from leans)
), moved as (
  update report r set state = $4 from fresh where r.workspace_id = $1 and r.id = $2 and $3 <> $4
), made as (
  insert into tag (workspace_id, ${kept.join(", ")})
  select $1, ${kept.map((name) => `h.${name}`).join(", ")} from heads h, fresh where h.seen is null
), changed as (
  update tag t set ${changing.map((name) => `${name} = h.${name}`).join(", ")}
    from heads h, fresh where h.seen is not null and t.workspace_id = $1 and t.id = h.id
), versions as (
  insert into tag_version (workspace_id, schema_version, ${names(versionColumns).join(", ")})
  select $1, ${schemaVersion}, v.* from json_to_recordset($7::json) as v(${versionColumns}), fresh
), decided as (
  insert into verdict (workspace_id, ${names(verdictColumns).join(", ")})
  select $1, d.* from json_to_recordset($8::json) as d(${verdictColumns}), fresh
), undone as (
  update verdict d set undone_at = $11 from fresh where d.workspace_id = $1 and d.id = any($12::uuid[])
), remembered as (
  insert into entry (workspace_id, created_by, created_at, project_id, report_id, did, tag_id, version, layer, refs)
  select $1, $5, $11, e.* from json_to_recordset($9::json)
    as e(project_id uuid, report_id uuid, did text, tag_id uuid, version int, layer text, refs jsonb), fresh
)
select 1 from fresh`,
    ["uuid", "uuid", "text", "text", "uuid", "json", "json", "json", "json", "json", "timestamptz", "uuid[]"],
  );

const statements = { share: statement("share"), "no key update": statement("no key update") };

/** Writes what a run of changes decided; false when somebody was faster and nothing was written. */
export async function writeTags(
  db: Sql,
  { actor, report, now }: Pick<Situation, "actor" | "now"> & { report: ReportNow },
  writes: Writes,
  state: ReportState,
): Promise<boolean> {
  const lock = state === report.state ? "share" : "no key update";
  const rows = await db.rows(
    statements[lock],
    [
      actor.workspaceId,
      report.id,
      report.state,
      state,
      actor.userId,
      JSON.stringify(writes.heads.map(headRow)),
      JSON.stringify(writes.versions.map(versionRow)),
      JSON.stringify(writes.verdicts.map(verdictRow)),
      JSON.stringify(writes.entries.map(entryRow)),
      JSON.stringify(writes.leansOn),
      now,
      writes.undone,
    ],
    `write-tags-${lock}`,
  );
  return rows.length === 1;
}

function headRow({ tag, seen }: Writes["heads"][number]) {
  const span = tag.type === "annotation" ? tag.segments : [];
  const source =
    tag.type === "annotation" && tag.kind === "source" ? namedEntities("source", tag.attributes)[0] : undefined;
  return {
    id: tag.id,
    seen,
    project_id: tag.projectId,
    report_id: tag.reportId,
    type: tag.type,
    kind: tag.kind,
    layer: tag.layer,
    state: tag.state,
    version: tag.version,
    span_start: span[0]?.start,
    span_end: span.at(-1)?.end,
    ...endsOf(tag),
    entity_id: source?.id,
    derived_from: tag.derivedFrom ?? [],
    created_by: tag.createdBy,
    created_at: tag.createdAt,
    updated_by: tag.updatedBy,
    updated_at: tag.updatedAt,
  };
}

function versionRow({ tag, opId }: Writes["versions"][number]) {
  const anchor = tag.type === "annotation" ? { revisionId: tag.revisionId, segments: tag.segments } : tag.cue;
  return {
    tag_id: tag.id,
    number: tag.version,
    kind: tag.kind,
    state: tag.state,
    attributes: tag.attributes,
    codebook_version: tag.codebookVersion,
    anchor,
    ...endsOf(tag),
    origin: tag.origin,
    op_id: opId,
    created_by: tag.updatedBy,
    created_at: tag.updatedAt,
  };
}

const endsOf = (tag: Tag) =>
  tag.type === "relation"
    ? { from_id: tag.from, to_id: tag.to, to_entity_id: tag.toEntity, to_article: tag.toArticle === true }
    : { to_article: false };

const verdictRow = (verdict: Writes["verdicts"][number]) => ({
  id: verdict.id,
  tag_id: verdict.tagId,
  version: verdict.version,
  result_version: verdict.resultVersion,
  state_before: verdict.stateBefore,
  decision: verdict.decision,
  reason: verdict.reason,
  wish: verdict.wish,
  op_id: verdict.opId,
  created_by: verdict.by,
  created_at: verdict.at,
});

const entryRow = ({ did, tag, verdictId }: TagEntry) => ({
  project_id: tag.projectId,
  report_id: tag.reportId,
  did,
  tag_id: tag.id,
  version: tag.version,
  layer: tag.layer,
  refs: verdictId ? { verdictId } : {},
});
