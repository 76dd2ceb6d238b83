import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { EventsPage } from "@/components/events/events-page";
import { refusalInProject } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { EventsQuery } from "@/server/http/events-asked";
import { readCodebook } from "@/server/operations/read-codebook";
import { listEvents, proposedEvents } from "@/server/operations/read-events";

const t = translator("events");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const given = await searchParams;
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const asked = EventsQuery.safeParse(filled);
  const query = asked.success ? asked.data : EventsQuery.parse({});
  const { q, from, to, type, states, after, limit } = query;
  const { items, next } = await shown(
    listEvents(actor, { projectId: project.id, q, from, to, type, states, after, limit }),
  );
  const proposed = after ? undefined : await proposedEvents(actor, project.id);
  const { eventTypes } = await shown(readCodebook(actor, project.id));
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <EventsPage
        project={project}
        events={items}
        proposed={proposed?.ok ? proposed.value.items : []}
        types={eventTypes}
        narrowed={{ q, state: stateIn(asked.success, filled), from: from ?? "", to: to ?? "" }}
        next={next}
        paged={after !== undefined}
        mayTake={refusalInProject(actor, project, "export") === undefined && !project.practice}
      />
    </InProject>
  );
}

const stateIn = (read: boolean, { state }: Record<string, unknown>) =>
  read && typeof state === "string" ? state : "current";
