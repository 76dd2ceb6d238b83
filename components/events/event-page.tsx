"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Acts } from "@/components/events/acts";
import { ChangeEvent } from "@/components/events/change-event";
import { Contradictions } from "@/components/events/contradictions";
import { DecideEvent } from "@/components/events/decide-event";
import { DossierLink } from "@/components/events/dossier-link";
import { EventClaims } from "@/components/events/event-claims";
import { EventFields } from "@/components/events/event-fields";
import { EventHistory } from "@/components/events/event-history";
import { EventMap } from "@/components/events/event-map";
import { EventOrigins } from "@/components/events/event-origins";
import { EventStateChip } from "@/components/events/event-state-chip";
import { LikelyMembers } from "@/components/events/likely-members";
import { MergeEvent } from "@/components/events/merge-event";
import { UndoJoining } from "@/components/events/undo-joining";
import { Page } from "@/components/shell/page";
import { Banner } from "@/components/ui/banner";
import type { EventType } from "@/domain/codebook/codebook";
import type { EventPage as EventWithAll } from "@/domain/event/event";

/** What a person may do to an event. */
export type EventMay = { change: boolean; decide: boolean };

/** An event: what follows from its claims and from where, the claims, what may belong to it, and what was done to it. */
export function EventPage({
  page,
  types,
  names,
  may,
}: {
  page: EventWithAll;
  /** The event types of the codebook. */
  types: readonly EventType[];
  /** What entities in its acts are called. */
  names: Readonly<Record<string, string>>;
  may: EventMay;
}) {
  const { event, members, likely, history, undo } = page;
  const { content, derived } = event;
  const living = event.state !== "withdrawn";
  const changes = may.change && living;
  return (
    <Page
      title={content.title}
      lead={<EventStateChip event={event} />}
      actions={
        <>
          {undo && changes ? <UndoJoining event={event} did={undo} /> : null}
          {changes ? <MergeEvent event={event} /> : null}
          {changes ? <ChangeEvent key={event.version} event={event} types={types} /> : null}
          {may.decide && living ? <DecideEvent event={event} /> : null}
        </>
      }
    >
      <Notes page={page} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-10">
          <EventFields event={event} types={types} />
          <EventMap event={event} members={members} />
          {derived.disputed.length > 0 ? <Contradictions event={event} members={members} /> : null}
          <Acts event={event} members={members} names={names} mayChange={changes} />
          <EventClaims key={event.version} event={event} members={members} mayChange={changes} />
          {changes ? <LikelyMembers event={event} likely={likely} /> : null}
        </div>
        <div className="min-w-0 space-y-10">
          <EventOrigins event={event} mayChange={changes} />
          <EventHistory lines={history} base={`/projects/${event.projectId}/events`} />
          {may.change ? <DossierLink event={event} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** What anybody who opens the event should know first. */
function Notes({ page: { event } }: { page: EventWithAll }) {
  const t = useTranslations("events");
  const { derived, mergedInto, projectId } = event;
  const follow = mergedInto ? (
    <Link className="link" href={`/projects/${projectId}/events/${mergedInto}`}>
      {t("follow")}
    </Link>
  ) : null;
  return (
    <div className="mb-6 space-y-2 empty:hidden">
      {mergedInto ? (
        <Banner tone="wait" action={follow}>
          {t("merged")}
        </Banner>
      ) : null}
      {derived.disputed.length > 0 ? <Banner tone="wait">{t("disputedNote")}</Banner> : null}
      {derived.sharedSides.length > 0 ? (
        <Banner tone="wait">{t("sharedSide", { sides: derived.sharedSides.join(", ") })}</Banner>
      ) : null}
      {derived.mixed.map((sentence) => (
        <Banner key={sentence} tone="wait">
          {t("mixed", { sentence })}
        </Banner>
      ))}
    </div>
  );
}
