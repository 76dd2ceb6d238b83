import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { CopyPage } from "@/components/copies/copy-page";
import { refusalInProject } from "@/domain/access/policy";
import { CopyId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";
import { translator } from "@/messages/translator";
import { readCopy } from "@/server/operations/copies";
import { openReport } from "@/server/operations/open-report";

const t = translator("copies");

export const metadata: Metadata = { title: t("compareTitle") };

const readOf = ({ text, language, direction }: Report) => ({ text, language, direction });

export default async function Page({ params }: { params: Promise<{ projectId: string; copyId: string }> }) {
  const { actor, project } = await openProject(params);
  const id = CopyId.safeParse((await params).copyId);
  if (!id.success || refusalInProject(actor, project, "see-copies")) notFound();
  const pair = await shown(readCopy(actor, { projectId: project.id, id: id.data }));
  const [copy, original] = await Promise.all([
    shown(openReport(actor, pair.copy.reportId)),
    shown(openReport(actor, pair.original.reportId)),
  ]);
  return (
    <InProject
      project={project}
      here={[{ label: t("title"), href: `/projects/${project.id}/copies` }, { label: t("compareTitle") }]}
    >
      <CopyPage
        key={`${pair.state}-${pair.original.reportId}`}
        projectId={project.id}
        pair={pair}
        texts={{ copy: readOf(copy.report), original: readOf(original.report) }}
        may={{
          decide: refusalInProject(actor, project, "decide-copy") === undefined,
          tag: refusalInProject(actor, project, "tag") === undefined,
        }}
      />
    </InProject>
  );
}
