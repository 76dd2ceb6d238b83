import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ReleasesPage } from "@/components/releases/releases-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listMembers } from "@/server/operations/list-members";
import { readCodebook } from "@/server/operations/read-codebook";
import { listReleases } from "@/server/operations/releases";
import { cursorOf } from "@/server/page";

const t = translator("releases");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-releases")) notFound();
  const after = cursorOf(z.tuple([z.number()])).safeParse((await searchParams)["cursor"]).data;
  const { items, next } = await shown(listReleases(actor, { projectId: project.id, after, limit: 50 }));
  const { labels } = await shown(readCodebook(actor, project.id));
  const members = await shown(listMembers(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <ReleasesPage
        project={project}
        people={members.items.map(({ userId, name }) => ({ id: userId, name }))}
        labels={labels}
        last={items[0]?.asked}
        me={actor.name}
        releases={items}
        next={next}
        paged={after !== undefined}
        deciding={{
          me: actor.userId,
          mayDecide: !refusalInProject(actor, project, "decide-release"),
          deciders: members.items.flatMap(({ userId, role, invited }) =>
            !invited && (role === "reviewer" || role === "editor") ? [userId] : [],
          ),
        }}
        isEditor={!refusalInProject(actor, project, "make-release")}
      />
    </InProject>
  );
}
