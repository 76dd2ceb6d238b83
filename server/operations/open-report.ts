import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import type { Block, Report } from "@/domain/report/report";
import { reportWithText } from "@/server/data/report-text";
import { originalOf } from "@/server/data/reports";
import { type ReportStanding, standingOn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

export type OpenReport = { report: Report; blocks: Block[]; standing: ReportStanding };

/** A report with its text and blocks; its tags and threads are asked for on their own, so that the text comes first. */
export async function openReport(actor: Actor, id: ReportId): Promise<Result<OpenReport>> {
  const on = await standingOn(sql, actor, id);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-project");
  if (refusal) return fail(refusal);
  const found = await reportWithText(sql, actor, on.standing, id);
  return found ? ok({ ...found, standing: on }) : fail({ kind: "not-found" });
}

/** A report as whoever just imported it is answered: nothing that was kept is refused afterwards. */
export async function justImported(actor: Actor, id: ReportId): Promise<Result<Report>> {
  const on = await standingOn(sql, actor, id);
  const found = on && (await reportWithText(sql, actor, on.standing, id));
  return found ? ok(found.report) : fail({ kind: "not-found" });
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
