import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ImportReports } from "@/components/import/import-reports";
import { Page as Frame } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { readCodebook } from "@/server/operations/read-codebook";

const t = translator("import");
const annotated = translator("importAnnotated");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "import")) notFound();
  const codebook = await shown(readCodebook(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <Frame
        narrow
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={`/projects/${project.id}/import/annotated`}>{annotated("fromReports")}</ButtonLink>}
      >
        <ImportReports projectId={project.id} fields={codebook.reportFields.filter(({ retired }) => !retired)} />
      </Frame>
    </InProject>
  );
}
