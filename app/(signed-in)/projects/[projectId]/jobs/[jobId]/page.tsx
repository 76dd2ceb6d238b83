import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { JobPage } from "@/components/jobs/job-page";
import { JobId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { readJob } from "@/server/operations/jobs";

const t = translator("jobs");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Promise<{ projectId: string; jobId: string }> }) {
  const { actor, project } = await openProject(params);
  const id = JobId.safeParse((await params).jobId);
  if (!id.success) notFound();
  const job = await shown(readJob(actor, id.data));
  if (job.projectId !== project.id) notFound();
  const jobs = { label: t("title"), href: `/projects/${project.id}/jobs` };
  return (
    <InProject project={project} here={[jobs, { label: t(`kinds.${job.kind}`) }]}>
      <JobPage job={job} />
    </InProject>
  );
}
