import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { PutAway } from "@/components/erasing/put-away";
import { Tombstones } from "@/components/erasing/tombstones";
import { EventSettingsForm } from "@/components/project/event-settings";
import { ProjectSettings } from "@/components/project/project-settings";
import { ReviewSettingsForm } from "@/components/project/review-settings";
import { SuggestionSettingsForm } from "@/components/project/suggestion-settings";
import { Page as Frame } from "@/components/shell/page";
import { refusalInProject, refusalInWorkspace } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listDeleted } from "@/server/operations/erase";
import { readAcceptance } from "@/server/operations/propose-tags";
import { readCodebook } from "@/server/operations/read-codebook";

const t = translator("projects");

export const metadata: Metadata = { title: t("settings") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "archive-project")) notFound();
  const { items: stones } = await shown(listDeleted(actor, project.id));
  const { labels } = await shown(readCodebook(actor, project.id));
  const { items: acceptance } = await shown(readAcceptance(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("settings") }]}>
      <Frame narrow title={t("settings")} lead={t("settingsLead")}>
        {project.archived ? null : (
          <>
            <ProjectSettings project={project} labels={labels} />
            <ReviewSettingsForm project={project} />
            <SuggestionSettingsForm project={project} acceptance={acceptance} />
            <EventSettingsForm project={project} />
          </>
        )}
        <PutAway
          thing={{ what: "project", path: `/projects/${project.id}`, title: project.name, home: "/projects" }}
          archived={project.archivedAt !== undefined}
          mayDelete={refusalInWorkspace(actor, "delete-project") === undefined}
        />
        <Tombstones heading={translator("erasing")("deletedReports")} stones={stones} />
      </Frame>
    </InProject>
  );
}
