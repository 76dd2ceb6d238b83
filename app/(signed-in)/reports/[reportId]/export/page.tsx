import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { ExportPage } from "@/components/export/export-page";
import { refusalInProject } from "@/domain/access/policy";
import { menuOf } from "@/domain/formats/menu";
import { formats } from "@/domain/formats/registry";
import { ReportId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { openReport } from "@/server/operations/open-report";
import { readCodebook } from "@/server/operations/read-codebook";
import { usualExport } from "@/server/operations/usual-export";

const t = translator("export");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Promise<{ reportId: string }> }) {
  const actor = await signedIn();
  const id = ReportId.safeParse((await params).reportId);
  if (!id.success) notFound();
  const { report } = await shown(openReport(actor, id.data));
  const { project } = await openProject(Promise.resolve({ projectId: report.projectId }));
  if (refusalInProject(actor, project, "export")) notFound();
  const { labels } = await shown(readCodebook(actor, project.id));
  const usual = await shown(usualExport(actor, project.id));
  return (
    <InProject project={project} here={[{ label: report.title, href: `/reports/${report.id}` }, { label: t("title") }]}>
      <ExportPage
        name={report.title}
        path={`/reports/${report.id}/export`}
        formats={menuOf(formats)}
        labels={labels}
        usual={usual}
      />
    </InProject>
  );
}
