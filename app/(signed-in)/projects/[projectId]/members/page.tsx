import type { Metadata } from "next";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { MembersPage } from "@/components/members/members-page";
import { refusalForLink, refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listMembers } from "@/server/operations/list-members";

const t = translator("members");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params }: { params: Params }) {
  const { actor, project } = await openProject(params);
  const { items } = await shown(listMembers(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <MembersPage
        project={project}
        members={items}
        me={actor.userId}
        mayInvite={refusalForLink(actor) === undefined}
        mayChange={refusalInProject(actor, project, "change-members") === undefined}
      />
    </InProject>
  );
}
