import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { FeedsPage } from "@/components/feeds/feeds-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listFeeds } from "@/server/operations/feeds";

const t = translator("feeds");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-jobs")) notFound();
  const { items } = await shown(listFeeds(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <FeedsPage
        projectId={project.id}
        feeds={items}
        mayChange={refusalInProject(actor, project, "import") === undefined}
      />
    </InProject>
  );
}
