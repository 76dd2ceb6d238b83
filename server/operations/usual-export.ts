import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { UsualExport } from "@/domain/formats/menu";
import type { ProjectId } from "@/domain/ids";
import { lastExport } from "@/server/data/export/usual";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** What the page of exports offers first: what was exported of the project last. Null where nothing was. */
export async function usualExport(actor: Actor, projectId: ProjectId): Promise<Result<UsualExport | null>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "export");
  return refusal ? fail(refusal) : ok(await lastExport(sql, actor, projectId));
}
