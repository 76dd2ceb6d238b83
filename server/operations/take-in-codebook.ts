import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { TakenInCodebook } from "@/domain/codebook/codebook-answers";
import { readCodebook } from "@/domain/codebook/read/read-codebook";
import { takenIn } from "@/domain/codebook/taken-in";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { currentCodebook } from "@/server/data/codebooks";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

/** What a project's codebook would be with what stands in a file, ours or another tool's. Nothing is written. */
export async function takeInCodebook(
  actor: Actor,
  projectId: ProjectId,
  { text }: { text: string },
): Promise<Result<TakenInCodebook>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "change-project");
  if (refusal) return fail(refusal);
  const current = await currentCodebook(sql, actor.workspaceId, projectId);
  if (!current) return fail({ kind: "not-found" });
  const read = readCodebook(text);
  if (!read.ok) {
    const problems = read.problems.map(({ line, what }) => ({
      field: line === undefined ? "text" : `line ${line}`,
      reason: what,
    }));
    return fail({ kind: "invalid", problems });
  }
  const { version, ...now } = current;
  return ok({
    format: read.format ?? "glossator",
    version,
    codebook: takenIn(now, read.codebook),
    left: [...read.left],
  });
}
