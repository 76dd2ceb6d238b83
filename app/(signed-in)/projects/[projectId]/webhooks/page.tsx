import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { WebhooksPage } from "@/components/webhooks/webhooks-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listWebhooks } from "@/server/operations/webhooks";

const t = translator("webhooks");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-webhooks")) notFound();
  const { items, allowed } = await shown(listWebhooks(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <WebhooksPage projectId={project.id} webhooks={items} allowed={allowed} />
    </InProject>
  );
}
