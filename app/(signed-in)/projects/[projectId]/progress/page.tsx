import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ProgressPage } from "@/components/work/progress-page";
import { refusalInProject, seesEverybodysWork } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listMembers } from "@/server/operations/list-members";
import { readProgress } from "@/server/operations/read-progress";

const t = translator("work");

export const metadata: Metadata = { title: t("progressTitle") };

const day = z.iso.date().optional().catch(undefined);

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-work")) notFound();
  const by = day.parse((await searchParams)["by"]);
  const [progress, { items: members }] = await Promise.all([
    shown(readProgress(actor, project.id, { by })),
    shown(listMembers(actor, project.id)),
  ]);
  return (
    <InProject project={project} here={[{ label: t("progressTitle") }]}>
      <ProgressPage
        project={project}
        progress={progress}
        people={Object.fromEntries(members.map(({ userId, name }) => [userId, name]))}
        everybody={seesEverybodysWork(project, false)}
      />
    </InProject>
  );
}
