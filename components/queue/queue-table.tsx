"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Label } from "@/components/queue/choices";
import { useKindNames } from "@/components/queue/kind-names";
import { searchOf } from "@/components/queue/search";
import { Chip } from "@/components/ui/chip";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import type { QueueFilters, QueueRow } from "@/domain/review/queue";

/** Where a row's review begins: its report, in review mode, with the queue's filters for the reports after it. */
export function addressOf({ reportId }: Pick<QueueRow, "reportId">, filters: QueueFilters): string {
  const search = searchOf(filters);
  search.set("review", "1");
  return `/reports/${reportId}?${search}`;
}

/** Reports with tags that wait: how many of what, whose, since when. */
export function QueueTable({
  rows,
  filters,
  withProject,
  labels,
  now,
}: {
  rows: readonly QueueRow[];
  filters: QueueFilters;
  withProject: boolean;
  labels: readonly Label[];
  /** By the server's clock, so that both write the same. */
  now: string;
}) {
  const t = useTranslations("queue");
  return (
    <Table caption={t("caption")}>
      <TableHead>
        <Th>{t("report")}</Th>
        <Th from="sm">{t("waitingHead")}</Th>
        <Th from="md">{t("kindsHead")}</Th>
        <Th from="lg">{t("peopleHead")}</Th>
        <Th from="sm">{t("sinceHead")}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.reportId} row={row} filters={filters} withProject={withProject} labels={labels} now={now} />
        ))}
      </tbody>
    </Table>
  );
}

const priorities = new Map([
  [-1, "low"],
  [1, "high"],
  [2, "urgent"],
] as const);

function Row({
  row,
  filters,
  withProject,
  labels,
  now,
}: {
  row: QueueRow;
  filters: QueueFilters;
  withProject: boolean;
  labels: readonly Label[];
  now: string;
}) {
  const t = useTranslations("queue");
  const kindName = useKindNames(labels);
  const format = useFormatter();
  const ago = (at: string) => format.relativeTime(new Date(at), new Date(now));
  const priority = priorities.get(row.priority as -1 | 1 | 2);
  return (
    <Tr>
      <Td className="w-full max-w-0 min-w-56">
        <RowLink
          href={addressOf(row, filters)}
          lang={row.language}
          dir="auto"
          className="block truncate text-match-parent font-serif text-[1.0625rem] leading-snug font-semibold"
        >
          {row.title}
        </RowLink>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
          <bdi className="truncate text-ink-2">{row.outlet ?? t("outletUnknown")}</bdi>
          {withProject ? <bdi>{row.projectName}</bdi> : null}
          {priority ? <Chip tone={priority === "urgent" ? "bad" : "plain"}>{t(`priority.${priority}`)}</Chip> : null}
          {row.due ? (
            <span>
              {t("due")} <When value={row.due} />
            </span>
          ) : null}
          <span className="sm:hidden">
            <Waiting row={row} />
          </span>
        </div>
      </Td>
      <Td from="sm" className="whitespace-nowrap">
        <Waiting row={row} />
        {row.checkWorthy > 0 ? (
          <p className="text-tiny text-ink-3">{t("checkWorthy", { count: row.checkWorthy })}</p>
        ) : null}
        {row.unseen > 0 ? <p className="text-tiny text-ink-3">{t("unseen", { count: row.unseen })}</p> : null}
        {row.own > 0 ? <p className="text-tiny text-ink-3">{t("own", { count: row.own })}</p> : null}
      </Td>
      <Td from="md" className="min-w-56">
        <ul className="flex max-w-72 flex-wrap gap-x-3 text-ink-2">
          {Object.entries(row.kinds).map(([kind, count]) => (
            <li key={kind} className="whitespace-nowrap">
              {t("kindCount", { kind: kindName(kind), count })}
            </li>
          ))}
        </ul>
        <ul className="text-tiny text-ink-3">
          {Object.entries(row.origins)
            .filter(([origin]) => origin !== "person")
            .map(([origin, count]) => (
              <li key={origin}>
                {t("kindCount", { kind: t("engine", { engine: origin.replace("engine:", "") }), count })}
              </li>
            ))}
        </ul>
      </Td>
      <Td from="lg">
        <ul>
          {row.people.map(({ id, name, waiting }) => (
            <li key={id} className="whitespace-nowrap">
              <bdi>{t("kindCount", { kind: name, count: waiting })}</bdi>
            </li>
          ))}
        </ul>
      </Td>
      <Td from="sm" className="whitespace-nowrap">
        <time dateTime={row.oldest}>{ago(row.oldest)}</time>
        {row.newest === row.oldest ? null : (
          <p className="text-tiny text-ink-3">{t("newest", { when: ago(row.newest) })}</p>
        )}
      </Td>
    </Tr>
  );
}

function Waiting({ row: { waiting, more } }: { row: QueueRow }) {
  const t = useTranslations("queue");
  return (
    <span className="font-medium">{more ? t("atLeast", { count: waiting }) : t("waiting", { count: waiting })}</span>
  );
}
