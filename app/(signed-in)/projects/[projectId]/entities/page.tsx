import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { EntityList } from "@/components/entities/entity-list";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { EntitiesQuery } from "@/server/http/paging";
import { listProposals } from "@/server/operations/merge-proposals";
import { listEntities, namesOfEntities } from "@/server/operations/read-entities";

const t = translator("entities");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const asked = EntitiesQuery.safeParse(await searchParams);
  const query = asked.success ? asked.data : EntitiesQuery.parse({});
  const { items, next } = await shown(listEntities(actor, { projectId: project.id, ...query }));
  const proposals = await listProposals(actor, { projectId: project.id, after: undefined, limit: 50 });
  const outlets = items.flatMap(({ outletId }) => outletId ?? []);
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <EntityList
        project={project}
        entities={items.filter(({ mergedInto }) => mergedInto === undefined)}
        proposals={proposals.ok ? proposals.value.items : []}
        names={await shown(namesOfEntities(actor, project.id, outlets))}
        query={query.q}
        next={next}
        paged={query.after !== undefined}
        mayCreate={refusalInProject(actor, project, "put-entity") === undefined}
      />
    </InProject>
  );
}
