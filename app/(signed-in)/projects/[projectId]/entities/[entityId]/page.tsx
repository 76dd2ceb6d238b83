import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { EntityPage } from "@/components/entities/entity-page";
import { refusalInProject } from "@/domain/access/policy";
import { EntityId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { listMembers } from "@/server/operations/list-members";
import { listProtected } from "@/server/operations/protect/read-protection";
import { namesOfEntities, readEntity } from "@/server/operations/read-entities";
import { readQuotes } from "@/server/operations/read-quotes";

type Props = { params: Promise<{ projectId: string; entityId: string }> };

const openEntity = cache(async (entityId: string) => {
  const actor = await signedIn();
  const id = EntityId.safeParse(entityId);
  if (!id.success) notFound();
  return shown(readEntity(actor, id.data));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openEntity((await params).entityId)).entity.name };
}

export default async function Page({ params }: Props) {
  const { actor, project } = await openProject(params);
  const page = await openEntity((await params).entityId);
  const { entity } = page;
  if (entity.projectId !== project.id) notFound();
  const above = (entity.affiliations ?? []).map((each) => each.entityId);
  const related = [entity.outletId, entity.parentId, ...above].flatMap((id) => id ?? []);
  const may = (deed: Parameters<typeof refusalInProject>[2]) => refusalInProject(actor, project, deed) === undefined;
  const [{ items: members }, names, quotes, permitted] = await Promise.all([
    shown(listMembers(actor, project.id)),
    shown(namesOfEntities(actor, project.id, related)),
    shown(readQuotes(actor, { projectId: project.id, entity: entity.id })),
    may("see-protection")
      ? shown(listProtected(actor, { projectId: project.id, entityId: entity.id, limit: 1 }))
      : { items: [] },
  ]);
  const entities = { label: translator("entities")("title"), href: `/projects/${project.id}/entities` };
  return (
    <InProject project={project} here={[entities, { label: entity.name }]}>
      <EntityPage
        page={page}
        names={names}
        people={Object.fromEntries(members.map(({ userId, name }) => [userId, name]))}
        quotes={quotes}
        permitted={permitted.items[0]}
        may={{
          change: may("put-entity"),
          grade: may("grade-entity"),
          merge: may("merge-entity"),
          seeProtection: may("see-protection"),
          protect: may("protect"),
        }}
      />
    </InProject>
  );
}
