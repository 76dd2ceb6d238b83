import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { BringSheet } from "@/components/sheet-back/bring-sheet";
import { Page as Frame } from "@/components/shell/page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";

const t = translator("sheetBack");
const events = translator("events");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "import")) notFound();
  const base = `/projects/${project.id}/events`;
  const here = [
    { label: events("title"), href: base },
    { label: t("toSheet"), href: `${base}/sheet` },
    { label: t("title") },
  ];
  return (
    <InProject project={project} here={here}>
      <Frame title={t("title")} lead={t("lead")}>
        <BringSheet projectId={project.id} />
      </Frame>
    </InProject>
  );
}
