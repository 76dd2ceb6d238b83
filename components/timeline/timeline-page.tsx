"use client";

import { useTranslations } from "use-intl";
import { Page } from "@/components/shell/page";
import { PendingEvents } from "@/components/timeline/pending-events";
import { TimelineContradictions } from "@/components/timeline/timeline-contradictions";
import { TimelineFigure } from "@/components/timeline/timeline-figure";
import { TimelineFilters, type TimelineNarrowed } from "@/components/timeline/timeline-filters";
import { TimelineList } from "@/components/timeline/timeline-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { EventType } from "@/domain/codebook/codebook";
import { lanesBy } from "@/domain/event/event-values";
import type { Timeline } from "@/domain/event/timeline";
import type { Project } from "@/domain/project/project";

/** A project's events on a line of time, and what contradicts what among them; the data week says what changed. */
export function TimelinePage({
  project,
  timeline,
  types,
  narrowed,
}: {
  project: Pick<Project, "id" | "name" | "slug">;
  timeline: Timeline;
  types: readonly EventType[];
  narrowed: TimelineNarrowed;
}) {
  const t = useTranslations("timeline");
  const events = `/projects/${project.id}/events`;
  const base = `${events}/timeline`;
  const typeName = (slug: string) => types.find((type) => type.slug === slug)?.name ?? slug;
  const by = lanesBy.find((each) => each === narrowed.by) ?? "none";
  /** The same page with something else in its address. */
  const hrefWith = (more: Record<string, string>) => {
    const all = Object.entries({ ...narrowed, ...more }).filter(([, value]) => value !== "");
    return `${base}?${new URLSearchParams(all)}`;
  };
  const isEmpty = timeline.total + timeline.pending === 0 && timeline.choices.source.length === 0;
  return (
    <Page
      title={t("title")}
      lead={t("lead", { project: project.name })}
      actions={
        <>
          <ButtonLink href={events}>{t("toEvents")}</ButtonLink>
          <ButtonLink href={`${events}/data-week`}>{t("toWeek")}</ButtonLink>
        </>
      }
    >
      {timeline.pending > 0 ? <PendingEvents count={timeline.pending} /> : null}
      {isEmpty ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <>
          <TimelineFilters base={base} narrowed={narrowed} choices={timeline.choices} typeName={typeName} />
          {timeline.from === undefined ? (
            <EmptyState title={t("noneTitle")}>
              {timeline.undated > 0 ? t("undatedOnly", { count: timeline.undated }) : null}
            </EmptyState>
          ) : (
            <TimelineFigure timeline={timeline} by={by} fileName={`${project.slug}-timeline`} typeName={typeName} />
          )}
          <TimelineList timeline={timeline} events={events} hrefWith={hrefWith} />
          <TimelineContradictions timeline={timeline} events={events} />
        </>
      )}
    </Page>
  );
}
