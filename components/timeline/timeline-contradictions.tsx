"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { ContradictingClaims } from "@/components/events/contradictions";
import type { Timeline } from "@/domain/event/timeline";

/** The disputed events of a timeline, with what is said on both sides and by whom. */
export function TimelineContradictions({ timeline, events }: { timeline: Timeline; events: string }) {
  const t = useTranslations("timeline");
  const { disputed, contradictions } = timeline;
  if (contradictions.length === 0) return null;
  return (
    <section aria-labelledby="contradictions" className="mt-12">
      <h2 id="contradictions" className="headline text-title">
        {t("contradictions")}
      </h2>
      <p className="text-small text-ink-2">
        {t("contradictionsLead", { count: disputed })}{" "}
        {disputed > contradictions.length ? t("contradictionsSome", { count: contradictions.length }) : null}
      </p>
      {contradictions.map(({ event, members }) => (
        <div key={event.id} className="mt-5">
          <h3 className="headline text-lead">
            <Link prefetch={false} dir="auto" className="text-ink" href={`${events}/${event.id}`}>
              {event.content.title}
            </Link>
          </h3>
          <ContradictingClaims event={event} members={members} heading="h4" />
        </div>
      ))}
    </section>
  );
}
