import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { OpId, ProjectId, ReportId, RevisionId } from "@/domain/ids";
import type { EncodingBasis, Provenance } from "@/domain/report/report";
import type { ReportFieldValues } from "@/domain/report/report-fields";
import { addDocumentThreads } from "@/server/data/document-threads";
import type { Tx } from "@/server/data/transaction";
import type { BlockPart } from "@/server/import/block-parts";
import type { ReadReport } from "@/server/import/read-report";

export type NewReport = {
  id: ReportId;
  projectId: ProjectId;
  revisionId: RevisionId;
  /** The id that its sender gave to importing it. */
  opId: OpId | undefined;
  provenance: Omit<Provenance, "language" | "direction">;
  fields: ReportFieldValues;
  read: Omit<ReadReport, "blocks">;
  /** The blocks in order; they may be asked for again. */
  parts: () => Iterable<BlockPart> | AsyncIterable<BlockPart>;
  encoding: string;
  encodingBasis: EncodingBasis;
  mediaType: string;
  fileName: string | undefined;
};

/**
 * Keeps reports, their originals and their first revisions, a statement for each kind of row, and answers the ids of
 * those that were kept. Left out are those whose file or text the project has already, or whose operation made one
 * before; of several alike the first is kept.
 */
export async function addReports(
  tx: Tx,
  actor: Actor,
  projectId: ProjectId,
  reports: readonly NewReport[],
): Promise<ReadonlySet<ReportId>> {
  const rows = reports.map((report) => rowOf(report));
  const made = await tx.rows<{ id: ReportId }>(
    `insert into report (workspace_id, project_id, created_by, ${columns})
     select $1, $2, $3, ${columns} from json_to_recordset($4::json) as r(nth int, ${types}) order by nth
     on conflict do nothing returning id`,
    [tx.workspaceId, projectId, actor.userId, JSON.stringify(rows.map((row, nth) => ({ nth, ...row })))],
    "add-reports",
  );
  const kept = new Set(made.map(({ id }) => id));
  const those = reports.filter(({ id }) => kept.has(id));
  if (those.length === 0) return kept;
  await tx.rows(
    `insert into report_original (workspace_id, report_id, bytes)
     select $1, o.* from unnest($2::uuid[], $3::bytea[]) as o`,
    [tx.workspaceId, those.map(({ id }) => id), those.map(({ read }) => bufferOf(read.bytes))],
    "add-originals",
  );
  await addRevisions(tx, actor, those);
  await addDocumentThreads(tx, actor, projectId, those);
  return kept;
}

const types = `id uuid, op_id uuid, title text, outlet text, author text, published text, retrieved text, url text,
  language text, direction text, revision_id uuid, original_sha256 text, text_sha256 text, encoding text,
  encoding_basis text, media_type text, file_name text, byte_length int, code_points int, words int,
  language_guessed bool, found_confirmed bool, fields jsonb`;
const columns = types.replaceAll(/ (?:uuid|text|int|bool|jsonb)\b/g, "");

const rowOf = ({ provenance, read, fields, ...report }: NewReport) => ({
  id: report.id,
  op_id: report.opId,
  title: provenance.title,
  outlet: provenance.outlet,
  author: provenance.author,
  published: provenance.published,
  retrieved: provenance.retrieved,
  url: provenance.url,
  language: read.language,
  direction: read.direction,
  revision_id: report.revisionId,
  original_sha256: read.originalSha256,
  text_sha256: read.textSha256,
  encoding: report.encoding,
  encoding_basis: report.encodingBasis,
  media_type: report.mediaType,
  file_name: report.fileName,
  byte_length: read.bytes.byteLength,
  code_points: read.codePoints,
  words: read.words,
  language_guessed: read.languageGuessed,
  found_confirmed: read.extraction.found.length === 0,
  fields,
});

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Blocks go in by parts, so that no statement holds the database or this process for long. */
async function addRevisions(tx: Tx, actor: Actor, reports: readonly NewReport[]): Promise<void> {
  const rows = reports.map(({ id, revisionId, read }) => ({
    id: revisionId,
    report_id: id,
    text_sha256: read.textSha256,
    code_points: read.codePoints,
    tail: read.tail,
    ...read.extraction,
  }));
  await tx.rows(
    `insert into revision (workspace_id, number, created_by, id, report_id, text_sha256, code_points, tail, extractor,
       ranges, warnings, found)
     select $1, 1, $2, r.* from json_to_recordset($3::json) as r(id uuid, report_id uuid, text_sha256 text,
       code_points int, tail text, extractor text, ranges jsonb, warnings jsonb, found jsonb)`,
    [tx.workspaceId, actor.userId, JSON.stringify(rows)],
    "add-revisions",
  );
  for await (const { revisions, ordinals, types: kinds, attributes, starts, befores, texts } of partsOfAll(reports)) {
    await tx.rows(
      `insert into block (workspace_id, revision_id, ordinal, type, attributes, start, before, text)
       select $1, b.* from unnest($2::uuid[], $3::int[], $4::text[], $5::jsonb[], $6::int[], $7::text[], $8::text[]) as b`,
      [tx.workspaceId, revisions, ordinals, kinds, attributes, starts, befores, texts],
      "add-blocks",
    );
  }
}

/** The parts of several reports; small ones travel together. */
async function* partsOfAll(reports: readonly NewReport[]): AsyncGenerator<BlockPart & { revisions: string }> {
  let waiting: (BlockPart & { revisions: string })[] = [];
  let units = 0;
  for (const { revisionId, parts } of reports) {
    for await (const part of parts()) {
      const count = part.ordinals.split(",").length;
      waiting.push({ ...part, revisions: `{${Array.from({ length: count }, () => revisionId).join(",")}}` });
      units += part.texts.length;
      if (units < unitsAtOnce) continue;
      yield joined(waiting);
      [waiting, units] = [[], 0];
    }
  }
  if (waiting.length > 0) yield joined(waiting);
}

/** UTF-16 units of blocks that one statement takes, about. */
const unitsAtOnce = 128_000;

function joined(parts: readonly (BlockPart & { revisions: string })[]): BlockPart & { revisions: string } {
  const all = (field: keyof (typeof parts)[number]) => `{${parts.map((part) => part[field].slice(1, -1)).join(",")}}`;
  return {
    revisions: all("revisions"),
    ordinals: all("ordinals"),
    types: all("types"),
    attributes: all("attributes"),
    starts: all("starts"),
    befores: all("befores"),
    texts: all("texts"),
  };
}

type Known = { id: ReportId; title: string };

/** The report that this operation made. */
export async function reportOfOperation(tx: Tx, projectId: ProjectId, opId: OpId): Promise<Known | undefined> {
  const [row] = await tx.rows<Known>(
    "select id, title from report where workspace_id = $1 and project_id = $2 and op_id = $3",
    [tx.workspaceId, projectId, opId],
  );
  return row;
}

/** The report of the project that has this file or this text, and which of the two it was. */
export async function sameReport(
  tx: Tx,
  projectId: ProjectId,
  { originalSha256, textSha256 }: Pick<ReadReport, "originalSha256" | "textSha256">,
): Promise<(Known & { same: "file" | "text" }) | undefined> {
  const [row] = await tx.rows<Known & { same_file: boolean }>(
    `select id, title, original_sha256 = $3 as same_file from report
      where workspace_id = $1 and project_id = $2 and (original_sha256 = $3 or text_sha256 = $4)
      order by same_file desc limit 1`,
    [tx.workspaceId, projectId, originalSha256, textSha256],
  );
  return row && { id: row.id, title: row.title, same: row.same_file ? "file" : "text" };
}
