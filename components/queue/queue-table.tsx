"use client";

import { useFormatter, useTranslations } from "use-intl";
import { addressOf } from "@/components/queue/address";
import type { Label } from "@/components/queue/choices";
import { useKindNames } from "@/components/queue/kind-names";
import { Chip } from "@/components/ui/chip";
import { Table, TableHead, Td, Th, TitleLink, Tr } from "@/components/ui/table";
import { ReviewCounts } from "@/components/values/review-counts";
import { When } from "@/components/values/when";
import type { QueueFilters, QueueRow } from "@/domain/review/queue";
import { queueFilterNames } from "@/domain/review/queue-values";

/** Reports that wait for a reviewer: how many tags of what, whose, since when, and what was submitted. */
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
        <Th from="lg">{t("kindsHead")}</Th>
        <Th from="xl">{t("peopleHead")}</Th>
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
  const filtered = queueFilterNames.some((name) => filters[name]);
  const priority = priorities.get(row.priority as -1 | 1 | 2);
  return (
    <Tr>
      <Td className="w-full max-w-0 min-w-56">
        <TitleLink href={addressOf(row, filters)} lang={row.language}>
          {row.title}
        </TitleLink>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
          <bdi className="truncate text-ink-2">{row.outlet ?? t("outletUnknown")}</bdi>
          <span>{t("words", { count: row.words })}</span>
          {withProject ? <bdi>{row.projectName}</bdi> : null}
          {priority ? <Chip tone={priority === "urgent" ? "bad" : "plain"}>{t(`priority.${priority}`)}</Chip> : null}
          {row.due ? (
            <span>
              {t("due")} <When value={row.due} />
            </span>
          ) : null}
          <span className="sm:hidden">
            <Waiting row={row} filtered={filtered} />
          </span>
        </div>
        <Submissions submitted={row.submitted} now={now} />
      </Td>
      <Td from="sm" className="min-w-36">
        <Waiting row={row} filtered={filtered} />
        {row.checkWorthy > 0 ? (
          <p className="text-tiny text-ink-3">{t("checkWorthy", { count: row.checkWorthy })}</p>
        ) : null}
        {row.unseen > 0 ? <p className="text-tiny text-ink-3">{t("unseen", { count: row.unseen })}</p> : null}
        {row.own > 0 ? <p className="text-tiny text-ink-3">{t("own", { count: row.own })}</p> : null}
      </Td>
      <KindsCell row={row} kindName={kindName} />
      <Td from="xl">
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

function KindsCell({ row, kindName }: { row: QueueRow; kindName: (kind: string) => string }) {
  const t = useTranslations("queue");
  return (
    <Td from="lg" className="min-w-56">
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
  );
}

/** What waits and fits the filters, and how all of the report stands; where nothing waits, what is left to do. */
function Waiting({ row, filtered }: { row: QueueRow; filtered: boolean }) {
  const t = useTranslations("queue");
  const counts = useTranslations("values.counts");
  const { waiting, more, tags, toSettle } = row;
  const count = filtered ? waiting : tags.open;
  const unsettled = toSettle ? toSettle.tags - toSettle.settled : 0;
  return (
    <>
      <span className="block font-medium">
        {more
          ? counts("atLeast", { count: waiting })
          : count > 0
            ? counts("waiting", { count })
            : t(tags.returned > 0 ? "toReturn" : "toClose")}
      </span>
      {filtered && tags.open > waiting ? (
        <span className="block text-tiny text-ink-3">{t("ofAll", { count: tags.open })}</span>
      ) : null}
      {unsettled > 0 ? <span className="block text-tiny text-ink-3">{t("toCompare")}</span> : null}
      <span className="block text-tiny text-ink-3">
        <ReviewCounts row={row} waitingSaid />
      </span>
    </>
  );
}

/** Who submitted the report, when, with how many tags, and what they say about it. */
export function Submissions({ submitted, now }: { submitted: QueueRow["submitted"]; now: string }) {
  const t = useTranslations("queue");
  const format = useFormatter();
  if (submitted.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-1 text-small">
      {submitted.map(({ userId, name, at, tags, note }) => (
        <li key={userId}>
          <span className="text-ink-2">
            {t("submittedBy", { name, when: format.relativeTime(new Date(at), new Date(now)), count: tags })}
          </span>
          {note ? (
            <q
              dir="auto"
              className="mt-0.5 line-clamp-3 block border-s-2 border-accent ps-2 before:content-none after:content-none"
            >
              {note}
            </q>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
