import { ok } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import type { DemoReport } from "@/prisma/demo/demo-report";
import { entities } from "@/prisma/demo/flood/entities";
import { floodLog } from "@/prisma/demo/flood-log";
import { tagFloodLog } from "@/prisma/demo/flood-log-tags";
import { threeWeeksOnTheGulf } from "@/prisma/demo/gulf/project";
import { independentReading } from "@/prisma/demo/independent";
import { demoHands, type Hands, joinAll } from "@/prisma/demo/people";
import { demoEntities, demoReport, importText } from "@/prisma/demo/reports";
import { decideAll, discussAll, must, type Opened, tagReport } from "@/prisma/demo/tags";
import { reports } from "@/prisma/demo/week";
import { remember } from "@/server/data/entries";
import { closePool } from "@/server/data/pool";
import { inTransaction, sql } from "@/server/data/transaction";
import { firstWorkspace } from "@/server/operations/first-start";
import { listProjects } from "@/server/operations/list-projects";
import { makeProject } from "@/server/operations/make-project";

/**
 * The demo workspace: a fictional week on the Nile told by four outlets, one of its reports read twice by analysts who
 * work blind, and three fictional weeks on the Gulf of Gabès; all of it tagged by four people through the same operations
 * that everybody uses. Cut off at any point, it is run again and goes on where it stood.
 */
async function seed(): Promise<void> {
  const workspaceId = await firstWorkspace("Demo desk");
  const hands = await demoHands(workspaceId);
  const projectId = await demoProject(hands);
  await joinAll(hands, projectId);
  await demoEntities(hands, projectId, entities);
  const opened: [DemoReport, Opened][] = [];
  for (const each of reports) opened.push([each, await demoReport(hands, projectId, each)]);
  for (const [each, report] of opened) await tagReport(hands[each.by], report, each);
  for (const [each, report] of opened) {
    await decideAll(hands, each);
    await discussAll(hands, report, each.threads);
  }
  await tagFloodLog(
    hands.analystB,
    await importText(hands, projectId, floodLog(), { outlet: "Sahel Wire", published: "2026-08-09", language: "en" }),
  );
  const courier = reports.find(({ file }) => file === "nile-valley-courier.txt");
  if (courier) await independentReading(hands, (independent) => demoReport(hands, independent, courier));
  await threeWeeksOnTheGulf(hands);
  await finished(hands);
  // The server that starts now makes plans for a database that holds something.
  await sql.rows("analyze");
}

async function demoProject(hands: Hands): Promise<ProjectId> {
  const slug = "week-on-the-nile";
  const known = must(await listProjects(hands.editor), "projects").items.find((project) => project.slug === slug);
  if (known) return known.id;
  const wish = {
    name: "A week on the Nile",
    slug,
    mode: "shared" as const,
    languages: ["en", "ar"],
    preset: "conflict-monitor" as const,
    twoPersonRule: false,
    releaseApproval: false,
    practice: false,
    poolSize: 1,
    poolHours: 72,
    countries: ["SD"],
  };
  return ProjectId.parse(must(await makeProject(hands.editor, wish), "the project").id);
}

/** Tells the next start that nothing is missing. */
const finished = ({ editor }: Hands) =>
  inTransaction(editor.workspaceId, async (tx) => {
    await remember(tx, { by: editor.userId, did: "made-workspace", refs: { demo: "complete" } });
    return ok(undefined);
  });

try {
  await seed();
} finally {
  await closePool();
}
