import type { Metadata } from "next";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { CodebookPage } from "@/components/codebook/codebook-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listCodebookVersions } from "@/server/operations/list-codebook-versions";
import { listMigrations } from "@/server/operations/migrate-codebook";
import { readCodebook } from "@/server/operations/read-codebook";

const t = translator("codebook");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  const mayChange = refusalInProject(actor, project, "change-project") === undefined;
  const [codebook, versions, migrations] = await Promise.all([
    shown(readCodebook(actor, project.id)),
    shown(listCodebookVersions(actor, project.id, {})),
    mayChange ? shown(listMigrations(actor, project.id)) : { items: [] },
  ]);
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <CodebookPage
        project={project}
        codebook={codebook}
        versions={versions}
        migrations={migrations.items}
        mayChange={mayChange}
      />
    </InProject>
  );
}
