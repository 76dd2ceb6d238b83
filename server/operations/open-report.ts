import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import type { Block, Report } from "@/domain/report/report";
import { revisionText } from "@/server/data/blocks";
import { rowFrom } from "@/server/data/report-row";
import { findReport, originalOf } from "@/server/data/reports";
import { type ReportStanding, standingOn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

export type OpenReport = { report: Report; blocks: Block[]; standing: ReportStanding };

/** A report with its text and blocks; its tags and threads are asked for on their own, so that the text comes first. */
export async function openReport(actor: Actor, id: ReportId): Promise<Result<OpenReport>> {
  const on = await standingOn(sql, actor, id);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-project");
  if (refusal) return fail(refusal);
  const stored = await findReport(sql, actor, on.standing, id);
  const revision = stored && (await revisionText(sql, actor, stored.revision_id));
  if (!stored || !revision) return fail({ kind: "not-found" });
  const report: Report = {
    ...rowFrom(stored),
    revisionId: stored.revision_id,
    revision: revision.number,
    text: revision.text,
    offsetUnit: "code point",
    textSha256: stored.text_sha256,
    original: {
      sha256: stored.original_sha256,
      bytes: stored.byte_length,
      encoding: stored.encoding,
      mediaType: stored.media_type,
      ...(stored.file_name === null ? {} : { fileName: stored.file_name }),
    },
    ...(stored.closed_at === null ? {} : { closedAt: stored.closed_at.toISOString() }),
    ...(stored.layers_opened_at === null ? {} : { layersOpenedAt: stored.layers_opened_at.toISOString() }),
  };
  return ok({ report, blocks: revision.blocks, standing: on });
}

/** The bytes of a report as they came. */
export async function readOriginal(
  actor: Actor,
  id: ReportId,
): Promise<Result<{ bytes: Uint8Array; mediaType: string; fileName: string }>> {
  const on = await standingOn(sql, actor, id);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-project");
  if (refusal) return fail(refusal);
  const row = await originalOf(sql, actor, id);
  if (!row) return fail({ kind: "not-found" });
  return ok({ bytes: row.bytes, mediaType: row.media_type, fileName: row.file_name ?? `${id}.txt` });
}
