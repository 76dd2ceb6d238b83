import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { AnnotatedImport } from "@/components/import/annotated/annotated-import";
import { Page as Frame } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { refusalInProject } from "@/domain/access/policy";
import { coreKinds } from "@/domain/kind-values";
import { relationKinds } from "@/domain/tag/relation-values";
import { translator } from "@/messages/translator";
import { listMembers } from "@/server/operations/list-members";
import { readCodebook } from "@/server/operations/read-codebook";

const t = translator("importAnnotated");
const panels = translator("panels");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "import")) notFound();
  const [codebook, members] = await Promise.all([
    shown(readCodebook(actor, project.id)),
    shown(listMembers(actor, project.id)),
  ]);
  const own = <T extends { slug: string; name: string; retired: boolean }>(all: readonly T[], prefix: string) =>
    all.filter(({ retired }) => !retired).map(({ slug, name }) => ({ value: `${prefix}:${slug}`, name }));
  const here = {
    kinds: [
      ...coreKinds.map((kind) => ({ value: kind, name: panels(`kinds.${kind}`) })),
      ...own(codebook.labels, "label"),
    ],
    links: [
      ...relationKinds.map((kind) => ({ value: kind, name: panels(`links.kinds.${kind}`) })),
      ...own(codebook.relationTypes, "relation"),
    ],
    members: members.items.map(({ userId, name }) => ({ value: userId, name })),
  };
  const reports = <ButtonLink href={`/projects/${project.id}/import`}>{t("toReports")}</ButtonLink>;
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <Frame narrow title={t("title")} lead={t("lead")} actions={reports}>
        <AnnotatedImport projectId={project.id} here={here} />
      </Frame>
    </InProject>
  );
}
