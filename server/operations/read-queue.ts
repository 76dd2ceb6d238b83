import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId, ReportId, UserId } from "@/domain/ids";
import { countsOf } from "@/domain/review/counting";
import { countWaiting, type QueueFilters, type QueueRow } from "@/domain/review/queue";
import { findProject } from "@/server/data/projects";
import { samplingOf, type WaitingReport, waitingReports } from "@/server/data/queue";
import { peopleNames, reviewedProjects } from "@/server/data/queue-people";
import { sql } from "@/server/data/transaction";
import { encodeCursor, type Page } from "@/server/page";

export type AskQueue = {
  filters: QueueFilters;
  limit: number;
  /** Go on after this report, or backwards before it. */
  after?: ReportId | undefined;
  before?: ReportId | undefined;
};

/** The reports of a project that wait for a reviewer, oldest import first. */
export async function readQueue(
  actor: Actor,
  projectId: ProjectId,
  { filters, limit, after, before }: AskQueue,
): Promise<Result<Page<QueueRow>>> {
  const project = await findProject(sql, actor, projectId);
  if (!project) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, project, "see-queue");
  if (refusal) return fail(refusal);
  const walk = { projectId, filters, from: before ?? after, back: before !== undefined, limit };
  const { reports, next } = await waitingReports(sql, actor, project, walk);
  const items = await rowsOf(actor, projectId, project.name, reports);
  return ok({ items, ...(next && { next: encodeCursor([next]) }) });
}

/** Looks into so many projects for one page. */
const projectsAPage = 10;

/** The same over all projects where this person reviews, project by project. */
export async function readMyQueue(
  actor: Actor,
  {
    filters,
    limit,
    project: only,
    cursor,
  }: {
    filters: QueueFilters;
    limit: number;
    project?: ProjectId | undefined;
    cursor?: readonly [ProjectId, ReportId | ""] | undefined;
  },
): Promise<Result<Page<QueueRow>>> {
  const from = cursor?.[0] ?? only;
  const all = await reviewedProjects(sql, actor, { from, limit: projectsAPage + 1 });
  const projects = only ? all.filter(({ id }) => id === only) : all;
  const items: QueueRow[] = [];
  for (const { id, name, standing } of projects.slice(0, projectsAPage)) {
    if (refusalInProject(actor, standing, "see-queue")) continue;
    const after = cursor?.[0] === id && cursor[1] !== "" ? cursor[1] : undefined;
    const walk = { projectId: id, filters, from: after, limit: limit - items.length };
    const { reports, next } = await waitingReports(sql, actor, standing, walk);
    items.push(...(await rowsOf(actor, id, name, reports)));
    if (next) return ok({ items, next: encodeCursor([id, next]) });
    const following = projects[projects.findIndex((each) => each.id === id) + 1];
    if (items.length >= limit && following) return ok({ items, next: encodeCursor([following.id, ""]) });
  }
  const further = projects[projectsAPage];
  return ok({ items, ...(further && { next: encodeCursor([further.id, ""]) }) });
}

async function rowsOf(
  actor: Actor,
  projectId: ProjectId,
  projectName: string,
  reports: readonly WaitingReport[],
): Promise<QueueRow[]> {
  if (reports.length === 0) return [];
  const project = await findProject(sql, actor, projectId);
  if (!project) return [];
  const authors: UserId[] = reports.flatMap(({ waiting }) => waiting.map(({ author }) => author));
  const sampling = await samplingOf(sql, actor, { projectId, settings: project.review, people: authors });
  const names = await peopleNames(sql, actor, authors);
  const reviewing = { me: actor.userId, twoPersonRule: project.twoPersonRule, sampling };
  return reports.map(({ waiting: tags, more, outlet, due, counts: byState, toSettle, ...report }) => {
    const { people, ...counts } = countWaiting(tags, reviewing);
    const since = report.submitted[0]?.at ?? "";
    return {
      ...report,
      projectId,
      projectName,
      ...(outlet !== null && { outlet }),
      ...(due !== null && { due }),
      ...(more && { more: true as const }),
      ...counts,
      oldest: counts.oldest || since,
      newest: counts.newest || since,
      tags: countsOf(byState, toSettle),
      ...(toSettle !== null && { toSettle }),
      people: Object.entries(people).map(([id, waiting]) => ({
        // The keys of this count are the authors' ids.
        id: id as UserId,
        name: names.get(id as UserId) ?? "",
        waiting,
      })),
    };
  });
}
