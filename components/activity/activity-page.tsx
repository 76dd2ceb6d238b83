"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import {
  ActivityFilters,
  activityAddress,
  activityFilterNames,
  type Narrowed,
} from "@/components/activity/activity-filters";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging } from "@/components/ui/paging";
import { clock } from "@/components/values/clock";
import { type AlikeEntries, gatherAlike } from "@/domain/history/alike";
import type { NamedEntry } from "@/domain/history/entry";

/** Everything that happened, day by day, newest first. */
export function ActivityPage({
  place,
  base,
  entries,
  next,
  paged,
  narrowed,
  people,
  project,
}: {
  /** What the history is of. */
  place: string;
  base: string;
  entries: readonly NamedEntry[];
  next: string | undefined;
  paged: boolean;
  narrowed: Narrowed;
  people: readonly { id: string; name: string }[];
  /** The project whose reports can be chosen; undefined for the activity of one report. */
  project?: string;
}) {
  const t = useTranslations("activity");
  const format = useFormatter();
  const filtered = activityFilterNames.some((name) => narrowed[name]);
  const days = byDay(entries, (entry) => format.dateTime(new Date(entry.at), { dateStyle: "full" }));
  return (
    <Page narrow title={t("title")} lead={t("lead", { place })}>
      <ActivityFilters
        key={JSON.stringify(narrowed)}
        base={base}
        narrowed={narrowed}
        people={people}
        project={project}
        reportTitle={entries.find(({ reportId }) => reportId === narrowed.report)?.reportTitle}
      />
      {entries.length === 0 ? (
        <EmptyState title={t(filtered ? "noneTitle" : "emptyTitle")}>{t(filtered ? "none" : "empty")}</EmptyState>
      ) : (
        <div className="space-y-8">
          {days.map(([day, those]) => (
            <section key={day} aria-label={day}>
              <h2 className="eyebrow mb-2">{day}</h2>
              <ol className="divide-y divide-line border-y border-line text-small">
                {gatherAlike(those).map((alike) => (
                  <Lines key={alike[0].id} alike={alike} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
      <Paging
        label={t("pages")}
        first={paged ? activityAddress(base, narrowed) : undefined}
        next={next && activityAddress(base, narrowed, next)}
        byTime
      />
    </Page>
  );
}

/** One line, or many alike under one that says how many and from when to when. */
function Lines({ alike }: { alike: AlikeEntries }) {
  const t = useTranslations("activity");
  const format = useFormatter();
  const [newest] = alike;
  const oldest = alike.at(-1) ?? newest;
  if (alike.length === 1) return <Line entry={newest} />;
  const timeOf = ({ at }: { at: string }) => format.dateTime(new Date(at), clock);
  const [from, to] = [timeOf(oldest), timeOf(newest)];
  return (
    <li className="py-2">
      <details>
        <summary className="grid cursor-pointer grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 rounded-1">
          <span className="text-ink-3">{from === to ? to : t("between", { from, to })}</span>
          <span className="min-w-0">
            <bdi className="font-medium">{newest.byName ?? t("somebody")}</bdi> {t(`deeds.${newest.did}`)}{" "}
            <span className="font-medium">{t("times", { count: alike.length })}</span>
            {newest.reportTitle ? <bdi className="block truncate text-ink-2">{newest.reportTitle}</bdi> : null}
          </span>
        </summary>
        <ol className="mt-2 divide-y divide-line border-t border-line ps-4">
          {alike.map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </ol>
      </details>
    </li>
  );
}

function Line({ entry }: { entry: NamedEntry }) {
  const t = useTranslations("activity");
  const format = useFormatter();
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 py-2">
      <time dateTime={entry.at} className="text-ink-3">
        {format.dateTime(new Date(entry.at), clock)}
      </time>
      <div className="min-w-0">
        <bdi className="font-medium">{entry.byName ?? t("somebody")}</bdi> {t(`deeds.${entry.did}`)}
        {entry.version && entry.version > 1 ? (
          <span className="text-ink-3"> · {t("version", { version: entry.version })}</span>
        ) : null}
        {entry.reportId && entry.reportTitle ? (
          <Link
            prefetch={false}
            href={`/reports/${entry.reportId}${entry.tagId ? `?tag=${entry.tagId}` : ""}`}
            className="block truncate text-ink-2 no-underline hover:text-accent hover:underline"
          >
            <bdi>{entry.reportTitle}</bdi>
          </Link>
        ) : null}
      </div>
    </li>
  );
}

function byDay(entries: readonly NamedEntry[], dayOf: (entry: NamedEntry) => string): [string, NamedEntry[]][] {
  const days = new Map<string, NamedEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
