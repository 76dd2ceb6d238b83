import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { JobsPage } from "@/components/jobs/jobs-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listJobs } from "@/server/operations/jobs";
import { timeCursorIn } from "@/server/operations/page-cursor";

const t = translator("jobs");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-jobs")) notFound();
  const after = timeCursorIn((await searchParams)["cursor"]);
  const { items, next } = await shown(listJobs(actor, { projectId: project.id, after, limit: 50 }));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <JobsPage projectId={project.id} jobs={items} next={next} paged={after !== undefined} />
    </InProject>
  );
}
