import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInWorkspace } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportTablePreference } from "@/domain/report/table-preference";
import { preferencesOf } from "@/server/data/people";
import { sql } from "@/server/data/transaction";

/** How this person likes the reports table. */
export async function readTablePreference(actor: Actor): Promise<Result<ReportTablePreference>> {
  const refusal = refusalInWorkspace(actor, "see-own");
  return refusal ? fail(refusal) : ok((await preferencesOf(sql, actor)).reports ?? {});
}
