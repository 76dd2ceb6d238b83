import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { DashboardPage } from "@/components/dashboard/dashboard-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";

const t = translator("dashboard");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-dashboard")) notFound();
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <DashboardPage project={{ id: project.id, mode: project.mode }} />
    </InProject>
  );
}
