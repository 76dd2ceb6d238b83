import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ProtectionPage } from "@/components/protection/protection-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { timeCursorIn } from "@/server/operations/page-cursor";
import { listOrdinaryNames, listProtected, readProtectionSettings } from "@/server/operations/protect/read-protection";

const t = translator("protection");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const may = (deed: Parameters<typeof refusalInProject>[2]) => refusalInProject(actor, project, deed) === undefined;
  if (!may("see-disclosures")) notFound();
  const after = timeCursorIn((await searchParams)["cursor"]);
  const [{ items, next }, names, settings] = await Promise.all([
    shown(listProtected(actor, { projectId: project.id, after, limit: 100 })),
    shown(listOrdinaryNames(actor, project.id)),
    shown(readProtectionSettings(actor, project.id)),
  ]);
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <ProtectionPage
        projectId={project.id}
        things={items}
        next={next}
        paged={after !== undefined}
        names={names.items}
        settings={settings}
        may={{ change: may("change-protection"), disclosures: true }}
      />
    </InProject>
  );
}
