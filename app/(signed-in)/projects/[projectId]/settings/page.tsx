import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { ProjectSettings } from "@/components/project/project-settings";
import { ReviewSettingsForm } from "@/components/project/review-settings";
import { Page as Frame } from "@/components/shell/page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";

const t = translator("projects");

export const metadata: Metadata = { title: t("settings") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "change-project")) notFound();
  return (
    <InProject project={project} here={[{ label: t("settings") }]}>
      <Frame narrow title={t("settings")} lead={t("settingsLead")}>
        <ProjectSettings project={project} />
        <ReviewSettingsForm project={project} />
      </Frame>
    </InProject>
  );
}
