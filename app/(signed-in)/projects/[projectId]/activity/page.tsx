import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ActivityPage } from "@/components/activity/activity-page";
import { translator } from "@/messages/translator";
import { ActivityQuery } from "@/server/http/paging";
import { projectActivity } from "@/server/operations/read-activity";

const t = translator("activity");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const asked = ActivityQuery.safeParse(await searchParams);
  const paging = asked.success ? asked.data : ActivityQuery.parse({});
  const { items, next } = await shown(projectActivity(actor, project.id, paging));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <ActivityPage
        place={project.name}
        base={`/projects/${project.id}/activity`}
        entries={items}
        next={next}
        paged={paging.before !== undefined}
      />
    </InProject>
  );
}
