import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { EventPage } from "@/components/events/event-page";
import { refusalInProject } from "@/domain/access/policy";
import { namedInActs } from "@/domain/event/act";
import { EventId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { readCodebook } from "@/server/operations/read-codebook";
import { namesOfEntities } from "@/server/operations/read-entities";
import { readEvent } from "@/server/operations/read-events";

type Props = { params: Promise<{ projectId: string; eventId: string }> };

const openEvent = cache(async (eventId: string) => {
  const actor = await signedIn();
  const id = EventId.safeParse(eventId);
  if (!id.success) notFound();
  return shown(readEvent(actor, id.data));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openEvent((await params).eventId)).event.content.title };
}

export default async function Page({ params }: Props) {
  const { actor, project } = await openProject(params);
  const page = await openEvent((await params).eventId);
  if (page.event.projectId !== project.id) notFound();
  const { eventTypes } = await shown(readCodebook(actor, project.id));
  const named = namedInActs(page.event.content);
  const names = await shown(namesOfEntities(actor, project.id, named));
  const may = (deed: "change-event" | "decide-event") => refusalInProject(actor, project, deed) === undefined;
  const events = { label: translator("events")("title"), href: `/projects/${project.id}/events` };
  return (
    <InProject project={project} here={[events, { label: page.event.content.title }]}>
      <EventPage
        page={page}
        types={eventTypes}
        names={names}
        may={{ change: may("change-event"), decide: may("decide-event") }}
      />
    </InProject>
  );
}
