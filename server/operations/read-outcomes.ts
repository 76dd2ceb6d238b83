import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId, TagId } from "@/domain/ids";
import type { Outcome } from "@/domain/review/outcome";
import { outcomesOf } from "@/server/data/outcomes";
import { standingOn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import type { Page } from "@/server/page";

/** What became of one's own tags on a report: what was said first, what stands now, and every decision between. */
export async function readOutcomes(
  actor: Actor,
  reportId: ReportId,
  { after, limit }: { after: TagId | undefined; limit: number },
): Promise<Result<Page<Outcome>>> {
  const on = await standingOn(sql, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, on.standing, "see-activity");
  if (refusal) return fail(refusal);
  return ok(await outcomesOf(sql, actor, on.standing, { reportId, after, limit }));
}
