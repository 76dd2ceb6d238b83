import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ReportId } from "@/domain/ids";
import type { Block, Report } from "@/domain/report/report";
import { revisionText } from "@/server/data/blocks";
import { rowFrom } from "@/server/data/report-row";
import { findReport } from "@/server/data/reports";
import type { Sql } from "@/server/data/transaction";

/** A report with its whole text and its blocks, as this person may see it. */
export async function reportWithText(
  db: Sql,
  actor: Actor,
  standing: Standing,
  id: ReportId,
): Promise<{ report: Report; blocks: Block[] } | undefined> {
  const stored = await findReport(db, actor, standing, id);
  const revision = stored && (await revisionText(db, actor, stored.revision_id));
  if (!stored || !revision) return undefined;
  const report: Report = {
    ...rowFrom(stored),
    languageGuessed: stored.language_guessed,
    revisionId: stored.revision_id,
    revision: revision.number,
    text: revision.text,
    offsetUnit: "code point",
    textSha256: stored.text_sha256,
    original: {
      sha256: stored.original_sha256,
      bytes: stored.byte_length,
      encoding: stored.encoding,
      encodingBasis: stored.encoding_basis,
      mediaType: stored.media_type,
      ...(stored.file_name === null ? {} : { fileName: stored.file_name }),
    },
    extraction: revision.extraction,
    foundConfirmed: stored.found_confirmed,
    ...(stored.closed_at === null ? {} : { closedAt: stored.closed_at.toISOString() }),
  };
  return { report, blocks: revision.blocks };
}
