import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { emptyCodebook } from "@/domain/codebook/codebook";
import type { CodebookVersion } from "@/domain/codebook/codebook-answers";
import { differencesOf } from "@/domain/codebook/differences";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { codebooksBefore } from "@/server/data/codebooks";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

const atOnce = 20;

/** A codebook's versions, newest first, with what changed in each; `next` is the `before` of the next page. */
export async function listCodebookVersions(
  actor: Actor,
  projectId: ProjectId,
  { before }: { before?: number | undefined },
): Promise<Result<{ items: CodebookVersion[]; next?: string }>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-project");
  if (refusal) return fail(refusal);
  const { workspaceId } = actor;
  const found = await codebooksBefore(sql, { workspaceId, projectId }, { before, most: atOnce + 1 });
  const items = found.slice(0, atOnce).map(({ content, ...version }, at) => ({
    ...version,
    differences: differencesOf(found[at + 1]?.content ?? emptyCodebook, content),
  }));
  const last = items.at(-1);
  return ok({ items, ...(found.length > atOnce && last && { next: String(last.version) }) });
}
