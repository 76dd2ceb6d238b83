import type { Metadata } from "next";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { QuotesFigure } from "@/components/entities/quotes-figure";
import { Page as Middle } from "@/components/shell/page";
import { translator } from "@/messages/translator";
import { readQuotes } from "@/server/operations/read-quotes";

const t = translator("entities");

export const metadata: Metadata = { title: t("quotes.title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  const base = `/projects/${project.id}/entities`;
  const quotes = await shown(readQuotes(actor, { projectId: project.id, entity: undefined }));
  return (
    <InProject project={project} here={[{ label: t("title"), href: base }, { label: t("quotes.title") }]}>
      <Middle title={t("quotes.title")} lead={t("quotes.pageLead", { project: project.name })}>
        <QuotesFigure
          quotes={quotes}
          title={t("quotes.picture")}
          fileName={`${project.slug}-quotes`}
          base={base}
          heading="h2"
        />
      </Middle>
    </InProject>
  );
}
