"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { NamedEntry } from "@/domain/history/entry";

/** Everything that happened, day by day, newest first. */
export function ActivityPage({
  place,
  base,
  entries,
  next,
  paged,
}: {
  /** What the history is of. */
  place: string;
  base: string;
  entries: readonly NamedEntry[];
  next: string | undefined;
  paged: boolean;
}) {
  const t = useTranslations("activity");
  const format = useFormatter();
  const days = byDay(entries, (entry) => format.dateTime(new Date(entry.at), { dateStyle: "full" }));
  return (
    <Page narrow title={t("title")} lead={t("lead", { place })}>
      {entries.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <div className="space-y-8">
          {days.map(([day, those]) => (
            <section key={day} aria-label={day}>
              <h2 className="eyebrow mb-2">{day}</h2>
              <ol className="divide-y divide-line border-y border-line text-small">
                {those.map((entry) => (
                  <Line key={entry.id} entry={entry} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
      {next || paged ? (
        <nav aria-label={t("pages")} className="mt-6 flex justify-center gap-2">
          {paged ? <ButtonLink href={base}>{t("newest")}</ButtonLink> : null}
          {next ? (
            <ButtonLink href={`${base}?cursor=${encodeURIComponent(next)}`} rel="next">
              {t("older")}
              <Icon name="forward" />
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </Page>
  );
}

function Line({ entry }: { entry: NamedEntry }) {
  const t = useTranslations("activity");
  const format = useFormatter();
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 py-2">
      <time dateTime={entry.at} className="text-ink-3">
        {format.dateTime(new Date(entry.at), { timeStyle: "short" })}
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
