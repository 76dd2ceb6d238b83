import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { PracticePage } from "@/components/practice/practice-page";
import { ReportId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { openReport } from "@/server/operations/open-report";
import { readPractice } from "@/server/operations/read-practice";

const t = translator("practice");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Promise<{ reportId: string }> }) {
  const actor = await signedIn();
  const id = ReportId.safeParse((await params).reportId);
  if (!id.success) notFound();
  const { report } = await shown(openReport(actor, id.data));
  const { project } = await openProject(Promise.resolve({ projectId: report.projectId }));
  if (!project.practice) notFound();
  const practice = await readPractice(actor, report.id);
  return (
    <InProject project={project} here={[{ label: report.title, href: `/reports/${report.id}` }, { label: t("title") }]}>
      <PracticePage
        report={{ id: report.id, title: report.title, language: report.language }}
        practice={practice.ok ? practice.value : undefined}
      />
    </InProject>
  );
}
