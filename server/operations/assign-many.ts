import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { AssignedMany, AssignMany } from "@/domain/assignment/assignment";
import { distribute, toEverybody } from "@/domain/assignment/distribute";
import { fail, ok, type Problem, type Result } from "@/domain/failure";
import type { ProjectId, ReportId, UserId } from "@/domain/ids";
import { keepAssignment, openWorkOf } from "@/server/data/assignments";
import { holdGate } from "@/server/data/gates";
import { membersOf } from "@/server/data/members";
import { notify } from "@/server/data/notifications";
import { standingIn } from "@/server/data/standings";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { rememberWork } from "@/server/operations/remember-work";

/** Gives many reports to many people at once, or says what that would be. Who has a report already keeps it as it is. */
export const assignMany = (actor: Actor, projectId: ProjectId, wish: AssignMany): Promise<Result<AssignedMany>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await holdGate(tx, actor);
    const standing = await standingIn(tx, actor, projectId);
    if (!standing) return fail({ kind: "not-found" });
    const refusal = refusalInProject(actor, standing, "assign");
    if (refusal) return fail(refusal);
    const [reports, people] = [[...new Set(wish.reports)], [...new Set(wish.people)]];
    const known = await lockReports(tx, projectId, reports);
    const members = await membersOf(tx, actor.workspaceId, projectId);
    const problems = [...strangeReports(reports, known), ...strangePeople(people, members)];
    if (problems.length > 0) return fail({ kind: "invalid", problems });

    const wordsOf = (report: ReportId) => known.get(report)?.words ?? 0;
    const on = (report: ReportId) => known.get(report)?.people ?? [];
    const waiting = await openWorkOf(tx, actor.workspaceId, projectId, people);
    const given =
      wish.how === "everybody"
        ? toEverybody(reports, people, on)
        : distribute(reports, people, {
            each: wish.each,
            on,
            words: wordsOf,
            waiting: (person) => waiting.get(person)?.words ?? 0,
          });
    if (!wish.preview) {
      for (const { report: reportId, person: userId } of given) {
        const row = { reportId, projectId, userId, state: "assigned" as const, origin: "editor" as const };
        await keepAssignment(tx, { ...row, note: wish.note, by: actor.userId });
        await rememberWork(tx, { actor, on: { reportId, projectId, standing }, did: "assigned", userId });
        await notify(tx, { kind: "assigned", by: actor.userId, to: [userId], projectId, reportId });
      }
    }
    const asked = new Set(people);
    const already = reports.flatMap(on).filter((person) => asked.has(person)).length;
    const shareOf = (userId: UserId) => {
      const share = given.filter(({ person }) => person === userId);
      const before = waiting.get(userId);
      const words = share.reduce((sum, { report }) => sum + wordsOf(report), 0);
      return { userId, made: share.length, words, waiting: before?.reports ?? 0, waitingWords: before?.words ?? 0 };
    };
    return ok({
      made: given.length,
      already,
      people: people.map(shareOf),
      preview: wish.preview,
    });
  });

type Known = ReadonlyMap<ReportId, { closed: boolean; words: number; people: UserId[] }>;

/** The project's reports of these, and who has which; nobody else gives them out until the transaction ends. */
async function lockReports(tx: Tx, projectId: ProjectId, ids: readonly ReportId[]): Promise<Known> {
  const reports = await tx.rows<{ id: ReportId; closed: boolean; words: number }>(
    `select id, closed_at is not null as closed, words from report
      where workspace_id = $1 and project_id = $2 and id = any($3::uuid[]) order by id for no key update`,
    [tx.workspaceId, projectId, ids],
  );
  const known = new Map(reports.map(({ id, closed, words }) => [id, { closed, words, people: [] as UserId[] }]));
  const work = await tx.rows<{ report_id: ReportId; user_id: UserId }>(
    "select report_id, user_id from assignment where workspace_id = $1 and report_id = any($2::uuid[]) order by 1, 2",
    [tx.workspaceId, ids],
  );
  for (const { report_id, user_id } of work) known.get(report_id)?.people.push(user_id);
  return known;
}

function strangeReports(ids: readonly ReportId[], known: Known): Problem[] {
  return ids.flatMap((id, at) => {
    const report = known.get(id);
    if (!report) return [{ field: `reports.${at}`, reason: "There is no such report in this project." }];
    return report.closed ? [{ field: `reports.${at}`, reason: "This report is closed." }] : [];
  });
}

const strangePeople = (ids: readonly UserId[], members: readonly { userId: UserId; role: string }[]): Problem[] =>
  ids.flatMap((id, at) => {
    const member = members.find(({ userId }) => userId === id);
    if (member && member.role !== "reader") return [];
    return [{ field: `people.${at}`, reason: "Only those who may tag in this project can be given work." }];
  });
