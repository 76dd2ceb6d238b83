import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { CopiesPage } from "@/components/copies/copies-page";
import { refusalInProject } from "@/domain/access/policy";
import { copyStates } from "@/domain/copies/copy-values";
import { translator } from "@/messages/translator";
import { listCopies } from "@/server/operations/copies";
import { copyCursorIn } from "@/server/operations/page-cursor";

const t = translator("copies");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-copies")) notFound();
  const asked = await searchParams;
  const state = copyStates.find((each) => each === asked["state"]) ?? "proposed";
  const after = copyCursorIn(asked["cursor"]);
  const list = { projectId: project.id, state, reports: undefined, after, limit: 50 };
  const { items, next } = await shown(listCopies(actor, list));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <CopiesPage
        projectId={project.id}
        state={state}
        items={items}
        next={next}
        paged={after !== undefined}
        mayDecide={refusalInProject(actor, project, "decide-copy") === undefined}
      />
    </InProject>
  );
}
