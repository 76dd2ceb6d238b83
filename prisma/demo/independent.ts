import { ProjectId } from "@/domain/ids";
import { Merging } from "@/domain/review/compare/strategy";
import { type Hands, joinAll } from "@/prisma/demo/people";
import { secondReading } from "@/prisma/demo/second-reading";
import { must, type Opened, tagReport } from "@/prisma/demo/tags";
import { putAssignment } from "@/server/operations/assign";
import { readAssignment } from "@/server/operations/list-assignments";
import { listProjects } from "@/server/operations/list-projects";
import { makeProject } from "@/server/operations/make-project";
import { mergeLayers } from "@/server/operations/merge-layers";

const slug = "second-reading";

/** A project in which two analysts read the same report blind and a reviewer has begun to decide between them. */
export async function independentReading(
  hands: Hands,
  importInto: (projectId: ProjectId) => Promise<Opened>,
): Promise<void> {
  const projectId = await independentProject(hands);
  await joinAll(hands, projectId);
  const report = await importInto(projectId);
  const readers = ["analystA", "analystB"] as const;
  const whoseOf = (hand: (typeof readers)[number]) => ({ reportId: report.id, userId: hands[hand].userId });
  for (const hand of readers) {
    const known = await readAssignment(hands.editor, whoseOf(hand));
    if (!known.ok) must(await putAssignment(hands.editor, whoseOf(hand), { state: "assigned" }), "assigning");
  }
  for (const hand of readers) {
    await tagReport(hands[hand], report, secondReading[hand]);
    const whose = whoseOf(hand);
    must(await putAssignment(hands[hand], whose, { state: "submitted" }), "handing in");
  }
  must(await mergeLayers(hands.reviewer, report.id, Merging.parse({ strategy: "all-agree" })), "merging");
}

async function independentProject({ editor }: Hands): Promise<ProjectId> {
  const known = must(await listProjects(editor), "projects").items.find((project) => project.slug === slug);
  if (known) return known.id;
  const wish = {
    name: "The bridge, read twice",
    slug,
    mode: "independent" as const,
    languages: ["en"],
    preset: "conflict-monitor" as const,
    twoPersonRule: false,
    releaseApproval: false,
    practice: false,
    poolSize: 2,
    poolHours: 72,
    countries: ["SD"],
  };
  return ProjectId.parse(must(await makeProject(editor, wish), "the independent project").id);
}
