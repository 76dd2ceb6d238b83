import "server-only";
import type { Actor } from "@/domain/access/actor";
import { ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { entitiesNamedIn } from "@/server/data/entities/find";
import { tagsAsJson } from "@/server/data/tags/read";
import { threadsOf } from "@/server/data/threads";
import { sql } from "@/server/data/transaction";
import { openReport } from "@/server/operations/open-report";

/** A report with everything on it that the asker sees, as one JSON text. */
export async function readWholeReport(actor: Actor, reportId: ReportId): Promise<Result<string>> {
  const opened = await openReport(actor, reportId);
  if (!opened.ok) return opened;
  const { report, blocks, standing: on } = opened.value;
  const [tags, threads, entities] = await Promise.all([
    tagsAsJson(sql, actor, on.standing, { reportId, withdrawn: false }),
    threadsOf(sql, actor, on.standing, reportId),
    entitiesNamedIn(sql, { actor, standing: on.standing }, reportId),
  ]);
  const rest = JSON.stringify({ ...report, blocks, threads, entities });
  return ok(`${rest.slice(0, -1)},"annotations":${tags.annotations},"relations":${tags.relations}}`);
}
