import { createHash } from "node:crypto";
import type { Actor } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { type ProjectId, ReportId, RevisionId } from "@/domain/ids";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { codePointLength } from "@/domain/text/offsets";
import { countWords } from "@/domain/text/word-count";
import { inTransaction } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

export type BuiltReport = { reportId: ReportId; revisionId: RevisionId; text: string };

type Wish = { title?: string; text?: string; language?: string; direction?: "ltr" | "rtl"; outlet?: string };

/** A report with one revision in blocks, as plain text in UTF-8. */
export async function aReport(by: Actor, projectId: ProjectId, wish: Wish = {}): Promise<BuiltReport> {
  const ids = { reportId: newId(ReportId), revisionId: newId(RevisionId) };
  const { title = "Night in the hills", language = "en", direction = "ltr", outlet = null } = wish;
  const {
    text = `${title}\n\nHundreds of people left Hama, a senior military source said on Monday. ${ids.reportId}`,
  } = wish;
  const { blocks, tail } = splitIntoBlocks(text, "text/plain");
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const done = await inTransaction(by.workspaceId, async (tx) => {
    await tx.rows(
      `insert into report (workspace_id, id, project_id, title, language, direction, outlet, revision_id,
         original_sha256, text_sha256, encoding, media_type, byte_length, code_points, words, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 'UTF-8', 'text/plain', $10, $11, $12, $13)`,
      [
        by.workspaceId,
        ids.reportId,
        projectId,
        title,
        language,
        direction,
        outlet,
        ids.revisionId,
        sha256,
        bytes.length,
        codePointLength(text),
        countWords(text, language),
        by.userId,
      ],
    );
    await tx.rows("insert into report_original (workspace_id, report_id, bytes) values ($1, $2, $3)", [
      by.workspaceId,
      ids.reportId,
      bytes,
    ]);
    await tx.rows(
      `insert into revision (workspace_id, id, report_id, number, text_sha256, code_points, tail, extractor, created_by)
       values ($1, $2, $3, 1, $4, $5, $6, 'text 1', $7)`,
      [by.workspaceId, ids.revisionId, ids.reportId, sha256, codePointLength(text), tail, by.userId],
    );
    await tx.rows(
      `insert into block (workspace_id, revision_id, ordinal, type, attributes, start, before, text)
       select $1, $2, (b->>'ordinal')::int, b->>'type', b->'attributes', (b->>'start')::int, b->>'before', b->>'text'
         from jsonb_array_elements($3::jsonb) as b`,
      [by.workspaceId, ids.revisionId, JSON.stringify(blocks)],
    );
    return ok({ ...ids, text });
  });
  if (!done.ok) throw new Error(`No report: ${done.failure.kind}`);
  return done.value;
}
