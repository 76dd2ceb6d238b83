"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { Timeline } from "@/domain/event/timeline";

/** What the picture shows, to be opened: the events, or the stretches of time that can be narrowed to. */
export function TimelineList({
  timeline,
  events: base,
  hrefWith,
}: {
  timeline: Timeline;
  /** Where the project's events are. */
  events: string;
  hrefWith: (more: Record<string, string>) => string;
}) {
  const t = useTranslations("timeline");
  const { events, stretches, unit } = timeline;
  if (events) {
    if (events.length === 0) return null;
    return (
      <section aria-labelledby="shown" className="mt-10">
        <h2 id="shown" className="headline mb-3 text-lead">
          {t("list")}
        </h2>
        <Table caption={t("list")}>
          <TableHead>
            <Th>{t("columns.event")}</Th>
            <Th>{t("columns.days")}</Th>
            <Th from="sm">{t("columns.meaning")}</Th>
            <Th from="md">{t("columns.place")}</Th>
            <Th from="lg">{t("columns.sources")}</Th>
          </TableHead>
          <tbody>
            {events.map(({ id, title, outline: { date, place, sources } }) => (
              <Tr key={id}>
                <Td>
                  <RowLink
                    dir="auto"
                    href={`${base}/${id}`}
                    className="block font-serif leading-snug font-semibold break-words"
                  >
                    {title}
                  </RowLink>
                </Td>
                <Td>{[...new Set([date.from ?? date.to, date.to])].filter(Boolean).join(" – ")}</Td>
                <Td from="sm">{t(`meaning.${date.meaning}`, { precision: t(`precision.${date.precision}`) })}</Td>
                <Td from="md">
                  <bdi>{place}</bdi>
                </Td>
                <Td from="lg">
                  <bdi>{sources.map(({ name }) => name).join(", ")}</bdi>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </section>
    );
  }
  return (
    <section aria-labelledby="stretches" className="mt-10">
      <h2 id="stretches" className="headline mb-3 text-lead">
        {t("stretches", { unit: t(`unit.${unit}`) })}
      </h2>
      <ul className="columns-1 gap-8 text-small sm:columns-2 lg:columns-3">
        {stretches.map(({ from, to, count }) => (
          <li key={from} className="py-1">
            <Link prefetch={false} className="link" href={hrefWith({ from, to })}>
              {t("stretch", { from, to, count })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
