import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { queueFiltersIn } from "@/app/(signed-in)/queue/queue-filters";
import { shown } from "@/app/(signed-in)/signed-in";
import { ownKinds } from "@/components/queue/choices";
import { QueuePage } from "@/components/queue/queue-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { now } from "@/server/clock";
import { listMembers } from "@/server/operations/list-members";
import { reportCursorIn } from "@/server/operations/page-cursor";
import { readCodebook } from "@/server/operations/read-codebook";
import { readQueue } from "@/server/operations/read-queue";

const t = translator("queue");

export const metadata: Metadata = { title: t("title") };

const ROWS_A_PAGE = 25;

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-queue")) notFound();
  const query = await searchParams;
  const filters = queueFiltersIn(query);
  const after = reportCursorIn(query["cursor"]);
  const [page, members, codebook] = await Promise.all([
    shown(readQueue(actor, project.id, { filters, limit: ROWS_A_PAGE, after })),
    shown(listMembers(actor, project.id)),
    shown(readCodebook(actor, project.id)),
  ]);
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <QueuePage
        project={project}
        rows={page.items}
        next={page.next}
        paged={after !== undefined}
        filters={filters}
        people={members.items.map(({ userId, name }) => ({ id: userId, name }))}
        labels={ownKinds(codebook)}
        now={now().toISOString()}
      />
    </InProject>
  );
}
