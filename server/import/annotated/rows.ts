import { arrayOf, type Cell, lineOf } from "../../data/annotated/copy";
import { nowOf, type PreparedEntity, type PreparedReport, type PreparedTag, type PreparedThread } from "./prepared";

/** Rows of every table that an import writes, in the order in which they may be written. */
export const tables = {
  report: `workspace_id project_id id revision_id title outlet author published retrieved url language language_guessed
    direction triage duplicate_of state closed_at layers_opened_at original_sha256 text_sha256 encoding encoding_basis
    media_type file_name byte_length code_points words fields found_confirmed created_at created_by`,
  report_original: "workspace_id report_id bytes",
  revision: "workspace_id id report_id number text_sha256 code_points tail extractor ranges warnings found created_by",
  block: "workspace_id revision_id ordinal type attributes start before text",
  entity: `workspace_id project_id id name kind anonymity side scale aliases note note_prose affiliations parent_id outlet_id merged_into
    reliability version created_at created_by`,
  grade: "workspace_id id entity_id reliability reason created_by created_at",
  tag: `workspace_id project_id report_id id type kind layer state version span_start span_end from_id to_id to_entity_id
    to_article entity_id derived_from created_by created_at updated_by updated_at`,
  tag_version: `workspace_id tag_id number kind state attributes schema_version codebook_version anchor from_id to_id
    to_entity_id to_article origin created_by created_at`,
  verdict: `workspace_id id tag_id version result_version state_before decision reason wish created_by created_at`,
  thread: `workspace_id project_id report_id id layer target tag_id anchor state created_by created_at resolved_by resolved_at`,
  comment: "workspace_id id thread_id body prose created_by created_at edited_at",
  entry: "workspace_id project_id report_id did created_by refs",
  job_line: "workspace_id job_id nth file line outcome reason report_id title former_id tags record",
} as const;
export type Table = keyof typeof tables;

export const tableNames = Object.keys(tables) as Table[];
export const columnsOf = (table: Table): string => tables[table].split(/\s+/).join(", ");

export type Rows = { add(table: Table, cells: readonly Cell[]): void; lines: Record<Table, string[]>; size(): number };

export function newRows(): Rows {
  const lines = Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as Record<Table, string[]>;
  let size = 0;
  return {
    lines,
    size: () => size,
    add(table, cells) {
      const line = lineOf(cells);
      size += line.length;
      lines[table].push(line);
    },
  };
}

/** Where rows go. */
export type Place = { workspaceId: string; projectId: string; layer: string };

export function addReport(rows: Rows, { workspaceId, projectId }: Place, report: PreparedReport, state: string): void {
  const { id, revisionId, textSha256, codePoints, createdBy } = report;
  rows.add("report", [
    ...[workspaceId, projectId, id, revisionId, report.title, report.outlet, report.author, report.published],
    ...[report.retrieved, report.url, report.language, report.languageGuessed, report.direction, report.triage],
    ...[report.duplicateOf, state, report.closedAt, report.layersOpenedAt, report.originalSha256, textSha256],
    ...[report.encoding, report.encodingBasis, report.mediaType, report.fileName, report.byteLength, codePoints],
    ...[report.words, JSON.stringify(report.fields), report.foundConfirmed, report.createdAt, createdBy],
  ]);
  if (report.bytes) rows.add("report_original", [workspaceId, id, `\\x${report.bytes.toString("hex")}`]);
  const revision = [workspaceId, revisionId, id, report.revision, textSha256, codePoints, report.tail];
  const { extractor, ranges, warnings, found } = report.extraction;
  const taken = [extractor, JSON.stringify(ranges), JSON.stringify(warnings), JSON.stringify(found)];
  rows.add("revision", [...revision, ...taken, createdBy]);
  for (const { ordinal, type, attributes, start, before, text } of report.blocks)
    rows.add("block", [workspaceId, revisionId, ordinal, type, JSON.stringify(attributes), start, before, text]);
}

export function addEntity(rows: Rows, { workspaceId, projectId }: Place, entity: PreparedEntity): void {
  rows.add("entity", [
    ...[workspaceId, projectId, entity.id, entity.name, entity.kind, entity.anonymity, entity.side, entity.scale],
    ...[
      arrayOf(entity.aliases),
      entity.note,
      entity.noteProse,
      entity.affiliations,
      entity.parentId,
      entity.outletId,
      entity.mergedInto,
      entity.reliability,
    ],
    ...[entity.version, entity.createdAt, entity.createdBy],
  ]);
  for (const { id, reliability, reason, createdBy, createdAt } of entity.grades)
    rows.add("grade", [workspaceId, id, entity.id, reliability, reason, createdBy, createdAt]);
}

export function addTag(rows: Rows, { workspaceId, projectId, layer }: Place, reportId: string, tag: PreparedTag): void {
  const now = nowOf(tag);
  const segments = tag.type === "annotation" ? (now.anchor?.segments ?? []) : [];
  const span: Cell[] =
    segments.length > 0
      ? [Math.min(...segments.map(({ start }) => start)), Math.max(...segments.map(({ end }) => end))]
      : [null, null];
  rows.add("tag", [
    ...[workspaceId, projectId, reportId, tag.id, tag.type, now.kind, layer, tag.state, now.number, ...span],
    ...[now.fromId, now.toId, now.toEntityId, now.toArticle, tag.entityId, `{${tag.derivedFrom.join(",")}}`],
    ...[tag.createdBy, tag.createdAt, now.createdBy, now.createdAt],
  ]);
  for (const each of tag.versions)
    rows.add("tag_version", [
      ...[workspaceId, tag.id, each.number, each.kind, each.state, each.attributes, 1, each.codebookVersion],
      ...[each.anchor && JSON.stringify(each.anchor), each.fromId, each.toId, each.toEntityId, each.toArticle],
      ...[each.origin, each.createdBy, each.createdAt],
    ]);
  for (const each of tag.verdicts)
    rows.add("verdict", [
      ...[workspaceId, each.id, tag.id, each.version, each.resultVersion, each.stateBefore, each.decision],
      ...[each.reason, each.wish, each.createdBy, each.createdAt],
    ]);
}

export function addThread(rows: Rows, place: Place, reportId: string, thread: PreparedThread): void {
  const { workspaceId, projectId, layer } = place;
  rows.add("thread", [
    ...[workspaceId, projectId, reportId, thread.id, layer, thread.on, thread.tagId],
    ...[thread.anchor && JSON.stringify(thread.anchor), thread.state, thread.createdBy, thread.createdAt],
    ...[thread.resolvedBy, thread.resolvedAt],
  ]);
  for (const each of thread.comments)
    rows.add("comment", [
      workspaceId,
      each.id,
      thread.id,
      each.body,
      each.prose,
      each.createdBy,
      each.createdAt,
      each.editedAt,
    ]);
}
