import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { leavingHits } from "@/domain/protection/leaving-hits";
import type { Gate } from "@/domain/protection/what-may-leave";
import { byKey, type Hit } from "@/domain/search/concordance";
import type { HitSort } from "@/domain/search/hit-sorts";
import { remember } from "@/server/data/entries";
import { findProject, isPractice } from "@/server/data/projects";
import { gateOf } from "@/server/data/protection/gate";
import { protectionOf } from "@/server/data/protection/load";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { type HitsFormat, hitsFile, hitsFileName, hitsMediaTypes } from "@/server/export/hits-file";
import { newestHits, readConcordanceQuery } from "@/server/operations/concordance";

type Download = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array> };
type Asked = { q: string; sort: HitSort; format: HitsFormat };

/** Whether this person may take words of reports out of a project, and what may leave of them; nothing leaves a project for practice. */
export async function mayTakeHits(actor: Actor, projectId: ProjectId): Promise<Result<Gate>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "export");
  if (refusal) return fail(refusal);
  if (await isPractice(sql, actor.workspaceId, projectId)) return fail({ kind: "forbidden", reason: "practice" });
  return ok(gateOf(await protectionOf(sql, { actor, standing, projectId })));
}

/** The newest hits as a table, without reports under embargo. */
export async function exportConcordance(
  actor: Actor,
  projectId: ProjectId,
  { q, sort, format }: Asked,
): Promise<Result<Download>> {
  const may = await mayTakeHits(actor, projectId);
  if (!may.ok) return may;
  const query = await readConcordanceQuery(actor, projectId, q, "export");
  if (!query.ok) return query;
  const project = await findProject(sql, actor, projectId);
  const { hits } = await newestHits({ actor, projectId, query: query.value, free: true });
  const sorted = sort === "newest" ? hits : hits.toSorted((a, b) => byKey(a.keys[sort], b.keys[sort]));
  const remembered = await inTransaction(actor.workspaceId, async (tx) => {
    await remember(tx, {
      by: actor.userId,
      did: "exported",
      projectId,
      refs: { format: `concordance ${format}`, protection: may.value.version },
    });
    return ok(undefined);
  });
  if (!remembered.ok) return remembered;
  return ok({
    fileName: hitsFileName(project?.slug ?? "project", format),
    mediaType: hitsMediaTypes[format],
    chunks: hitsFile(format, leavingHits(may.value, inParts(sorted.map(({ hit }) => hit)))),
  });
}

async function* inParts(hits: readonly Hit[]): AsyncGenerator<readonly Hit[]> {
  for (let at = 0; at < hits.length; at += 500) yield hits.slice(at, at + 500);
}
