import type { Metadata } from "next";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { EventSheetPage } from "@/components/events/event-sheet-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { readSheetChecks } from "@/server/operations/export-sheet";

const t = translator("events");

export const metadata: Metadata = { title: t("toSheet") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  const { checks, coverage } = await shown(readSheetChecks(actor, project.id));
  const events = { label: t("title"), href: `/projects/${project.id}/events` };
  return (
    <InProject project={project} here={[events, { label: t("toSheet") }]}>
      <EventSheetPage
        project={project}
        checks={checks}
        coverage={coverage}
        mayImport={refusalInProject(actor, project, "import") === undefined}
      />
    </InProject>
  );
}
