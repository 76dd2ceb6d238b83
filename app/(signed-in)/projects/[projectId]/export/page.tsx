import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ExportPage } from "@/components/export/export-page";
import { refusalInProject } from "@/domain/access/policy";
import { menuOf } from "@/domain/formats/menu";
import { formats } from "@/domain/formats/registry";
import { translator } from "@/messages/translator";
import { readCodebook } from "@/server/operations/read-codebook";
import { usualExport } from "@/server/operations/usual-export";

const t = translator("export");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "export")) notFound();
  const { labels } = await shown(readCodebook(actor, project.id));
  const usual = await shown(usualExport(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <ExportPage
        name={project.name}
        path={`/projects/${project.id}/export`}
        formats={menuOf(formats)}
        labels={labels}
        usual={usual}
      />
    </InProject>
  );
}
