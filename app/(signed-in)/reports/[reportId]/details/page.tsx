import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { DetailsPage } from "@/components/details/details-page";
import { refusalInProject, seesEverybodysWork } from "@/domain/access/policy";
import { ReportId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { listCopies } from "@/server/operations/copies";
import { readFeedOf } from "@/server/operations/feeds";
import { listAssignments } from "@/server/operations/list-assignments";
import { listMembers } from "@/server/operations/list-members";
import { readNotice } from "@/server/operations/note-report";
import { openReport } from "@/server/operations/open-report";
import { listProtected } from "@/server/operations/protect/read-protection";
import { readCodebook } from "@/server/operations/read-codebook";

const t = translator("details");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Promise<{ reportId: string }> }) {
  const actor = await signedIn();
  const id = ReportId.safeParse((await params).reportId);
  if (!id.success) notFound();
  const { report, standing } = await shown(openReport(actor, id.data));
  const near = { projectId: report.projectId, state: undefined, reports: [report.id], after: undefined, limit: 50 };
  const [{ project }, { items: members }, { reportFields }, work, { notice }, original, permitted, copies, { origin }] =
    await Promise.all([
      openProject(Promise.resolve({ projectId: report.projectId })),
      shown(listMembers(actor, report.projectId)),
      shown(readCodebook(actor, report.projectId)),
      listAssignments(actor, report.id),
      shown(readNotice(actor, report.id)),
      report.duplicateOf ? openReport(actor, report.duplicateOf) : undefined,
      listProtected(actor, { projectId: report.projectId, reportId: report.id, limit: 200 }),
      listCopies(actor, near),
      shown(readFeedOf(actor, report.id)),
    ]);
  const may = (deed: Parameters<typeof refusalInProject>[2]) => refusalInProject(actor, project, deed) === undefined;
  const { text: _text, ...row } = report;
  return (
    <InProject project={project} here={[{ label: report.title, href: `/reports/${report.id}` }, { label: t("title") }]}>
      <DetailsPage
        key={JSON.stringify([row.triage, row.duplicateOf, row.title])}
        report={row}
        fields={reportFields}
        original={original?.ok ? original.value.report.title : undefined}
        notice={notice}
        permitted={permitted.ok ? permitted.value.items : undefined}
        copies={copies.ok ? copies.value.items : []}
        origin={origin}
        assignments={work.ok ? work.value.items : []}
        members={members}
        me={actor.userId}
        everybody={seesEverybodysWork(project, standing.layersOpen)}
        may={{
          work: may("see-work"),
          review: may("review-work") && !standing.closed,
          assign: may("assign") && !standing.closed,
          triage: may("triage"),
          change: may("change-report"),
          protect: may("protect"),
          remove: may("archive-report") && may("delete-report"),
        }}
      />
    </InProject>
  );
}
