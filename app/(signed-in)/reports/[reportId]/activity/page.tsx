import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { ActivityPage } from "@/components/activity/activity-page";
import { ReportId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { activityAsked } from "@/server/http/activity-asked";
import { listMembers } from "@/server/operations/list-members";
import { openReport } from "@/server/operations/open-report";
import { reportActivity } from "@/server/operations/read-activity";

const t = translator("activity");

export const metadata: Metadata = { title: t("title") };

type Props = { params: Promise<{ reportId: string }>; searchParams: Query };

export default async function Page({ params, searchParams }: Props) {
  const actor = await signedIn();
  const id = ReportId.safeParse((await params).reportId);
  if (!id.success) notFound();
  const { report } = await shown(openReport(actor, id.data));
  const { project } = await openProject(Promise.resolve({ projectId: report.projectId }));
  const { paging, narrowed } = activityAsked(await searchParams);
  const [{ items, next }, members] = await Promise.all([
    shown(reportActivity(actor, id.data, paging)),
    shown(listMembers(actor, project.id)),
  ]);
  return (
    <InProject project={project} here={[{ label: report.title, href: `/reports/${report.id}` }, { label: t("title") }]}>
      <ActivityPage
        place={report.title}
        base={`/reports/${report.id}/activity`}
        entries={items}
        next={next}
        paged={paging.before !== undefined}
        narrowed={narrowed}
        people={members.items.map(({ userId, name }) => ({ id: userId, name }))}
      />
    </InProject>
  );
}
