import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import { type ProjectId, VerdictId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import type { Decided } from "@/domain/review/decide";
import { grouped } from "@/domain/review/grouped";
import { needsRestatement } from "@/domain/review/missing";
import { type AskBatch, type BatchPreview, maxBatch, sortOut, type WaitingTag } from "@/domain/review/queue";
import { flagsOf } from "@/domain/review/taking";
import type { DecideAlike } from "@/domain/verdict";
import { findProject } from "@/server/data/projects";
import { placesOfTags, samplingOf, waitingIn, waitingReports } from "@/server/data/queue";
import { type Told, toldOf } from "@/server/data/takings";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { decideTags } from "@/server/operations/decide-tags";

/** How many times a preview walks on through the queue before it says that there is more. */
const walks = 5;

/** What one decision on the waiting tags of a filtered list would do, before anything is written. */
export async function previewBatch(actor: Actor, id: ProjectId, asked: AskBatch): Promise<Result<BatchPreview>> {
  const found = await reviewed(actor, id);
  if (!found.ok) return found;
  const project = found.value;
  const { tags, more } = await wanted(actor, project, asked);
  const authors = tags.map(({ author }) => author);
  const sampling = await samplingOf(sql, actor, { projectId: id, settings: project.review, people: authors });
  const reviewing = { me: actor.userId, twoPersonRule: project.twoPersonRule, sampling };
  const { taken, leftOut, because } = sortOut(tags, asked.decision, reviewing);
  const batch = taken.slice(0, maxBatch);
  const told = await toldOf(
    sql,
    actor,
    batch.map((tag) => tag.id),
  );
  const kinds = grouped(batch, ({ kind }) => kind);
  const rates = [project.review.rate, ...[...sampling.authors.values()].map(({ rate }) => rate ?? 1)];
  return ok({
    tags: batch.flatMap((tag) => shown(tag, told.get(tag.id), project)),
    samples: rates.some((rate) => rate < 1),
    reports: new Set(batch.map(({ reportId }) => reportId)).size,
    kinds: Object.fromEntries([...kinds].map(([kind, of]) => [kind, of.length])),
    leftOut,
    because,
    more: more || taken.length > maxBatch,
  });
}

/** A tag as the list before a decision shows it; one that is gone by now is not in it. */
function shown(tag: WaitingTag, told: Told | undefined, { languages }: Project): BatchPreview["tags"] {
  if (!told) return [];
  const { words, content, changed, discussed } = told;
  const unsaid =
    tag.kind === "claim" && (!told.claimKind || (needsRestatement(told.language, languages) && !told.restated));
  const { id, version, reportId, kind, origin } = tag;
  // What is at stake in a claim calls for a look at the claim, not at each of its links.
  const { casualties, checkWorthy } = kind === "claim" ? tag : { casualties: false, checkWorthy: false };
  const flags = flagsOf({ casualties, checkWorthy, changed, discussed, incomplete: unsaid, origin });
  return [{ id, version, reportId, kind, words, content, flags }];
}

async function wanted(
  actor: Actor,
  project: Project,
  { filters, reportId }: AskBatch,
): Promise<{ tags: WaitingTag[]; more: boolean }> {
  const { id: projectId } = project;
  if (reportId) return { tags: await waitingIn(sql, actor, project, { projectId, filters, reportId }), more: false };
  const tags: WaitingTag[] = [];
  let from: Awaited<ReturnType<typeof waitingReports>>["next"];
  for (let walk = 0; walk < walks; walk++) {
    const { reports, next } = await waitingReports(sql, actor, project, { projectId, filters, from, limit: 50 });
    tags.push(...reports.flatMap(({ waiting }) => waiting));
    if (!next) return { tags, more: false };
    if (tags.length > maxBatch) return { tags, more: true };
    from = next;
  }
  return { tags, more: true };
}

/**
 * One decision on tags of several reports at the versions that were seen, each answered for itself, in order. Each
 * report's tags are decided in one transaction.
 */
export async function decideBatch(
  actor: Actor,
  projectId: ProjectId,
  { tags, decision, reason }: DecideAlike,
): Promise<Result<readonly Result<Decided>[]>> {
  if (tags.length > maxBatch) return fail({ kind: "too-large", limit: maxBatch, unit: "operations" });
  const found = await reviewed(actor, projectId);
  if (!found.ok) return found;
  const ids = tags.map(({ id }) => id);
  const places = await placesOfTags(sql, actor, projectId, ids);
  const authors = [...places.values()].map(({ author }) => author);
  const unseen = decision === "accept-unseen";
  const sampling = unseen
    ? await samplingOf(sql, actor, { projectId, settings: found.value.review, people: authors })
    : undefined;

  const answers = new Map<number, Result<Decided>>();
  const byReport = grouped([...tags.entries()], ([, { id }]) => places.get(id)?.reportId);
  for (const [reportId, group] of byReport) {
    if (!reportId) continue;
    const deciding = group.map(([, { id, version, seen, opId }]) => ({
      tagId: id,
      verdictId: newId(VerdictId),
      decide: { decision, version, reason, seen, opId },
      sampling,
    }));
    const froms = unseen ? group.flatMap(([, { id }]) => places.get(id)?.from ?? []) : [];
    const decided = await decideTags(actor, reportId, deciding, { alsoRead: froms });
    for (const [at, [index]] of group.entries()) {
      const answer = decided.ok ? decided.value[at] : decided;
      if (answer) answers.set(index, answer);
    }
  }
  return ok(tags.map((_, index) => answers.get(index) ?? fail({ kind: "not-found" })));
}

async function reviewed(actor: Actor, id: ProjectId): Promise<Result<Project>> {
  const project = await findProject(sql, actor, id);
  if (!project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, project, "decide");
  return refusal ? fail(refusal) : ok(project);
}
