import { JobId, OpId, ProjectId, type ReportId } from "@/domain/ids";
import type { DemoReport } from "@/prisma/demo/demo-report";
import { entities } from "@/prisma/demo/gulf/entities";
import { eventId, eventOpId, events } from "@/prisma/demo/gulf/events";
import { firstWeek } from "@/prisma/demo/gulf/first-week";
import { laterWeeks, march, unread } from "@/prisma/demo/gulf/later-weeks";
import { demoId } from "@/prisma/demo/ids";
import { type Hands, joinAll } from "@/prisma/demo/people";
import { demoEntities, demoReport } from "@/prisma/demo/reports";
import { acceptLinks, decideAll, discussAll, must, type Opened, tagReport } from "@/prisma/demo/tags";
import { makingRelease } from "@/server/jobs/kinds/make-release";
import { runJob } from "@/server/jobs/run";
import { putAssignment } from "@/server/operations/assign";
import { changeCodebook } from "@/server/operations/change-codebook";
import { decideOnEvent, makeEvent } from "@/server/operations/change-events";
import { readJob } from "@/server/operations/jobs";
import { readAssignment } from "@/server/operations/list-assignments";
import { listProjects } from "@/server/operations/list-projects";
import { makeProject } from "@/server/operations/make-project";
import { readCodebook } from "@/server/operations/read-codebook";
import { startJob } from "@/server/operations/start-job";

const slug = "three-weeks-on-the-gulf";
/** The events of a coast that the usual list of a conflict monitor does not have. */
const ownTypes = [{ slug: "accident-at-sea", name: "Accident at sea" }];

/**
 * A project of three weeks in which everything has something to show: eight reports, one of them a PDF and one a mail,
 * with a copy, a correction, two counts of one toll and denials; events that were accepted, returned and are open; a
 * release. One report is left unread.
 */
export async function threeWeeksOnTheGulf(hands: Hands): Promise<void> {
  const projectId = await gulfProject(hands);
  await joinAll(hands, projectId);
  await ownEventTypes(hands, projectId);
  await demoEntities(hands, projectId, entities);
  const opened: [DemoReport, Opened][] = [];
  for (const each of [...firstWeek, ...laterWeeks, unread])
    opened.push([each, await demoReport(hands, projectId, each)]);
  for (const [each, report] of opened) await tagReport(hands[each.by], report, each);
  for (const [each, report] of opened) {
    await decideAll(hands, each);
    await acceptLinks(hands, each);
    await discussAll(hands, report, each.threads);
  }
  await decideEvents(hands, projectId);
  await giveOut(hands, (report) => reportOf(opened, report));
  await firstRelease(hands, projectId);
}

function reportOf(opened: readonly [DemoReport, Opened][], report: DemoReport): ReportId {
  const found = opened.find(([each]) => each === report);
  if (!found) throw new Error(`The demo did not import ${report.file}.`);
  return found[1].id;
}

async function gulfProject({ editor }: Hands): Promise<ProjectId> {
  const known = must(await listProjects(editor), "projects").items.find((project) => project.slug === slug);
  if (known) return known.id;
  const wish = {
    name: "Three weeks on the gulf",
    slug,
    mode: "shared" as const,
    languages: ["en", "ar"],
    preset: "conflict-monitor" as const,
    twoPersonRule: false,
    releaseApproval: false,
    practice: false,
    poolSize: 1,
    poolHours: 72,
    countries: ["TN"],
  };
  return ProjectId.parse(must(await makeProject(editor, wish), "the project on the gulf").id);
}

async function ownEventTypes({ editor }: Hands, projectId: ProjectId): Promise<void> {
  const codebook = must(await readCodebook(editor, projectId), "the codebook");
  const missing = ownTypes.filter((own) => !codebook.eventTypes.some((each) => each.slug === own.slug));
  if (missing.length === 0) return;
  const eventTypes = [...codebook.eventTypes, ...missing];
  must(await changeCodebook(editor, projectId, { ...codebook, eventTypes }), "the codebook's event types");
}

async function decideEvents(hands: Hands, projectId: ProjectId): Promise<void> {
  for (const { key, by, content, verdict } of events) {
    const made = must(
      await makeEvent(hands[by], projectId, { id: eventId(key), opId: eventOpId(key), ...content }),
      key,
    );
    if (!verdict) continue;
    const decide = { ...verdict, version: made.version, opId: demoId(OpId, `event verdict ${key}`) };
    must(await decideOnEvent(hands.reviewer, made.id, decide), key);
  }
}

/** The march is being worked on, and the report that nobody has read is given out. */
async function giveOut({ editor, analystA, analystB }: Hands, idOf: (report: DemoReport) => ReportId): Promise<void> {
  const plans = [
    { report: march, by: analystA, actor: analystA, state: "in progress" },
    { report: unread, by: analystB, actor: editor, state: "assigned" },
  ] as const;
  for (const { report, by, actor, state } of plans) {
    const whose = { reportId: idOf(report), userId: by.userId };
    const known = await readAssignment(editor, whose);
    if (!known.ok) must(await putAssignment(actor, whose, { state }), "giving out");
  }
}

/** The first release of the project, made by the job that makes everybody's. */
async function firstRelease({ editor }: Hands, projectId: ProjectId): Promise<void> {
  const id = demoId(JobId, "the first release");
  const data = {
    title: "Three weeks on the gulf",
    licence: "CC-BY-4.0",
    creators: ["Demo desk"],
    note: "Fiction, written for the demonstration of an annotation tool. The blockade at Skhira is still open.",
  };
  const job = must(await startJob(editor, projectId, { id, kind: "make-release", data }), "the release");
  if (job.state === "done") return;
  await runJob({ workspaceId: editor.workspaceId, id }, [makingRelease]);
  const { state, error } = must(await readJob(editor, id), "the release");
  if (state !== "done") throw new Error(`The demo's release was not made: ${error ?? state}`);
}
