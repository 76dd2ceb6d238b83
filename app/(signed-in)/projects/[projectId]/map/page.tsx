import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { type MapNarrowed, type MapOf, MapPage } from "@/components/map/map-page";
import type { Actor } from "@/domain/access/actor";
import { EntityId, ReportId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { openReport } from "@/server/operations/open-report";
import { readEntity } from "@/server/operations/read-entities";

const t = translator("map");

export const metadata: Metadata = { title: t("title") };

type Asked = Awaited<Query>;

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const query = await searchParams;
  const only = (await ofReport(actor, query)) ?? (await ofEntity(actor, query));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <MapPage project={{ id: project.id, name: project.name }} narrowed={narrowedBy(query, only)} only={only} />
    </InProject>
  );
}

const asDay = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : "");

function narrowedBy(query: Asked, only: MapOf | undefined): MapNarrowed {
  const text = (name: string) => (typeof query[name] === "string" ? query[name].trim().slice(0, 200) : "");
  const of = !only && text("of") === "events" ? "events" : "places";
  const both = { of, q: text("q"), state: text("state") } as const;
  return of === "events"
    ? { ...both, featureType: "", from: asDay(text("from")), to: asDay(text("to")) }
    : { ...both, featureType: text("featureType"), from: "", to: "" };
}

async function ofReport(actor: Actor, { report }: Asked): Promise<MapOf | undefined> {
  const id = ReportId.safeParse(report);
  if (!id.success) return undefined;
  const { report: opened } = await shown(openReport(actor, id.data));
  return { kind: "report", id: id.data, name: opened.title, href: `/reports/${id.data}` };
}

async function ofEntity(actor: Actor, { entity }: Asked): Promise<MapOf | undefined> {
  const id = EntityId.safeParse(entity);
  if (!id.success) return undefined;
  const { entity: opened } = await shown(readEntity(actor, id.data));
  // Whoever was merged is found where the other one is.
  const { projectId } = opened;
  const now = opened.mergedInto ?? opened.id;
  return { kind: "entity", id: now, name: opened.name, href: `/projects/${projectId}/entities/${now}` };
}
