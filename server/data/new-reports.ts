import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { OpId, ProjectId, ReportId, RevisionId } from "@/domain/ids";
import type { EncodingBasis, Provenance } from "@/domain/report/report";
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
  read: Omit<ReadReport, "blocks">;
  /** The blocks in order; they may be asked for again. */
  parts: () => Iterable<BlockPart> | AsyncIterable<BlockPart>;
  encoding: string;
  encodingBasis: EncodingBasis;
  mediaType: string;
  fileName: string | undefined;
};

/**
 * Keeps a report, its original and its first revision. False when the project has the same file or text already, or
 * the same operation made it before.
 */
export async function addReport(tx: Tx, actor: Actor, report: NewReport): Promise<boolean> {
  const { id, projectId, revisionId, provenance, read } = report;
  const made = await tx.rows(
    `insert into report (workspace_id, id, project_id, title, outlet, author, published, retrieved, url, language,
                         direction, revision_id, original_sha256, text_sha256, encoding, media_type, file_name,
                         byte_length, code_points, words, created_by, language_guessed, encoding_basis, op_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
             $24)
     on conflict do nothing returning id`,
    [
      tx.workspaceId,
      id,
      projectId,
      provenance.title,
      provenance.outlet,
      provenance.author,
      provenance.published,
      provenance.retrieved,
      provenance.url,
      read.language,
      read.direction,
      revisionId,
      read.originalSha256,
      read.textSha256,
      report.encoding,
      report.mediaType,
      report.fileName,
      read.bytes.byteLength,
      read.codePoints,
      read.words,
      actor.userId,
      read.languageGuessed,
      report.encodingBasis,
      report.opId,
    ],
  );
  if (made.length === 0) return false;
  await tx.rows("insert into report_original (workspace_id, report_id, bytes) values ($1, $2, $3)", [
    tx.workspaceId,
    id,
    Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength),
  ]);
  await addRevision(tx, actor, report);
  return true;
}

/** Blocks go in by parts, so that no statement holds the database or this process for long. */
async function addRevision(tx: Tx, actor: Actor, { id, revisionId, read, parts }: NewReport): Promise<void> {
  await tx.rows(
    `insert into revision (workspace_id, id, report_id, number, text_sha256, code_points, tail, extractor, created_by)
     values ($1, $2, $3, 1, $4, $5, $6, 'text 1', $7)`,
    [tx.workspaceId, revisionId, id, read.textSha256, read.codePoints, read.tail, actor.userId],
  );
  for await (const { ordinals, types, attributes, starts, befores, texts } of parts()) {
    await tx.rows(
      `insert into block (workspace_id, revision_id, ordinal, type, attributes, start, before, text)
       select $1, $2, b.* from unnest($3::int[], $4::text[], $5::jsonb[], $6::int[], $7::text[], $8::text[]) as b`,
      [tx.workspaceId, revisionId, ordinals, types, attributes, starts, befores, texts],
      "add-blocks",
    );
  }
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
