"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { ChartTable } from "@/components/charts/save";
import { EventCounts } from "@/components/timeline/event-counts";
import { EventLines } from "@/components/timeline/event-lines";
import { Checkbox } from "@/components/ui/checkbox";
import type { lanesBy } from "@/domain/event/event-values";
import type { Timeline } from "@/domain/event/timeline";
import { inLanes } from "@/domain/event/timeline-lanes";

/** The events on a line of time: one by one where they are few, counted where they are many; the same as a table beside it. */
export function TimelineFigure({
  timeline,
  by,
  fileName,
  typeName,
}: {
  timeline: Timeline;
  by: (typeof lanesBy)[number];
  fileName: string;
  typeName: (slug: string) => string;
}) {
  const t = useTranslations("timeline");
  const [withClaims, setWithClaims] = useState(false);
  const { from, to, events, total, undated } = timeline;
  if (from === undefined || to === undefined) return null;
  const nameOf = (name: string | undefined) =>
    name === undefined ? t(by === "none" ? "all" : "others") : by === "type" ? typeName(name) : name;
  const lead = (
    <>
      {t("count", { count: total, undated })}{" "}
      {t(events ? "legend" : "countLegend", { unit: t(`unit.${timeline.unit}`) })}
    </>
  );
  const named = { title: t("figure"), lead, fileName, heading: "h2" as const };
  if (!events) {
    const draw = (width: number) => (
      <EventCounts
        timeline={timeline}
        from={from}
        to={to}
        width={width}
        label={t("figureSays", { from, to, count: total })}
        nameOf={nameOf}
      />
    );
    return <ChartFigure {...named} table={countTable(timeline, nameOf, t)} draw={draw} />;
  }
  const lanes = inLanes(events, timeline.lanes, by).map((lane) => ({
    events: lane.events,
    name: by === "none" ? undefined : nameOf(lane.name),
  }));
  return (
    <>
      <div className="mb-2 text-end">
        <div className="inline-block text-start">
          <Checkbox label={t("withClaims")} checked={withClaims} onChange={setWithClaims} />
        </div>
      </div>
      <ChartFigure
        {...named}
        table={eventTable(timeline, events, { t, typeName })}
        draw={(width) => (
          <EventLines
            lanes={lanes}
            from={from}
            to={to}
            width={width}
            label={t("figureSays", { from, to, count: total })}
            withClaims={withClaims}
            saysOf={(name, denies) => t(denies ? "deniesIt" : "saysIt", { name })}
          />
        )}
      />
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"timeline">>;

function countTable({ bins }: Timeline, nameOf: (lane: string | undefined) => string, t: Words): ChartTable {
  return {
    columns: [t("columns.lane"), t("columns.from"), t("columns.to"), t("columns.known"), t("columns.vague")],
    rows: bins.map(({ lane, from, to, known, vague }) => [nameOf(lane), from, to, known, vague]),
  };
}

function eventTable(
  _timeline: Timeline,
  events: NonNullable<Timeline["events"]>,
  { t, typeName }: { t: Words; typeName: (slug: string) => string },
): ChartTable {
  return {
    columns: [
      ...[t("columns.event"), t("columns.from"), t("columns.to"), t("columns.meaning"), t("columns.place")],
      ...[t("columns.type"), t("columns.actors"), t("columns.sources"), t("columns.disputed")],
    ],
    rows: events.map(({ title, type, outline: { date, place, actors, sources, disputed } }) => [
      ...[
        title,
        date.from ?? "",
        date.to ?? "",
        t(`meaning.${date.meaning}`, { precision: t(`precision.${date.precision}`) }),
      ],
      ...[place ?? "", type ? typeName(type) : "", actors.map(({ name }) => name).join("; ")],
      ...[sources.map(({ name }) => name).join("; "), t(disputed ? "yes" : "no")],
    ]),
  };
}
