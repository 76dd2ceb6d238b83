import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ActivityPage } from "@/components/activity/activity-page";
import { translator } from "@/messages/translator";
import { activityAsked } from "@/server/http/activity-asked";
import { listMembers } from "@/server/operations/list-members";
import { projectActivity } from "@/server/operations/read-activity";

const t = translator("activity");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const { paging, narrowed } = activityAsked(await searchParams);
  const [{ items, next }, members] = await Promise.all([
    shown(projectActivity(actor, project.id, paging)),
    shown(listMembers(actor, project.id)),
  ]);
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <ActivityPage
        place={project.name}
        base={`/projects/${project.id}/activity`}
        entries={items}
        next={next}
        paged={paging.before !== undefined}
        narrowed={narrowed}
        people={members.items.map(({ userId, name }) => ({ id: userId, name }))}
        project={project.id}
      />
    </InProject>
  );
}
