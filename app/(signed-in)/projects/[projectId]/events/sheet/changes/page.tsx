import type { Metadata } from "next";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { SheetChanges } from "@/components/sheet-back/sheet-changes";
import { Page as Frame } from "@/components/shell/page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { SheetChangesQuery } from "@/server/http/events-asked";
import { listSheetChanges } from "@/server/operations/sheet-changes";

const t = translator("sheetBack");
const events = translator("events");

export const metadata: Metadata = { title: t("review.title") };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ params, searchParams }: { params: Params; searchParams: Search }) {
  const { actor, project } = await openProject(params);
  const { cursor, limit, states } = SheetChangesQuery.catch(SheetChangesQuery.parse({})).parse(await searchParams);
  const wanted = { projectId: project.id, jobId: undefined, states, after: cursor, limit };
  const { items, waiting, next } = await shown(listSheetChanges(actor, wanted));
  const base = `/projects/${project.id}/events`;
  const here = [
    { label: events("title"), href: base },
    { label: t("toSheet"), href: `${base}/sheet` },
    { label: t("review.title") },
  ];
  return (
    <InProject project={project} here={here}>
      <Frame title={t("review.title")} lead={t("review.lead")}>
        <SheetChanges
          projectId={project.id}
          changes={items}
          waiting={waiting}
          next={next}
          paged={cursor !== undefined}
          mayChange={refusalInProject(actor, project, "change-event") === undefined}
        />
      </Frame>
    </InProject>
  );
}
