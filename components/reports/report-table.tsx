"use client";

import { useTranslations } from "use-intl";
import { StateChip } from "@/components/reports/state-chip";
import { TriageMenu } from "@/components/reports/triage-menu";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { Language } from "@/components/values/language";
import { When } from "@/components/values/when";
import type { ReportRow } from "@/domain/report/report";

/** The reports of a project, newest first: what each is, where it stands, how much of it is decided. */
export function ReportTable({
  project,
  rows,
  mayTriage,
}: {
  project: string;
  rows: readonly ReportRow[];
  mayTriage: boolean;
}) {
  const t = useTranslations("reports");
  return (
    <Table caption={t("caption", { project })}>
      <TableHead>
        <Th>{t("title")}</Th>
        <Th from="lg">{t("published")}</Th>
        <Th from="lg">{t("language")}</Th>
        <Th from="sm">{t("state")}</Th>
        <Th from="md">{t("tags")}</Th>
        {mayTriage ? (
          <Th>
            <span className="sr-only">{t("deeds")}</span>
          </Th>
        ) : null}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} mayTriage={mayTriage} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ row, mayTriage }: { row: ReportRow; mayTriage: boolean }) {
  const t = useTranslations("reports");
  return (
    <Tr className={row.state === "set aside" ? "text-ink-2" : ""}>
      <Td className="w-full max-w-0 min-w-56">
        <RowLink
          href={`/reports/${row.id}`}
          lang={row.language}
          dir="auto"
          className="block truncate text-match-parent font-serif text-[1.0625rem] leading-snug font-semibold"
        >
          {row.title}
        </RowLink>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
          <bdi className="truncate text-ink-2">{row.outlet ?? t("outletUnknown")}</bdi>
          <span className="lg:hidden">{row.published ? <When value={row.published} /> : t("publishedUnknown")}</span>
          <span className="lg:hidden">
            <Language tag={row.language} />
          </span>
          <span>{t("words", { count: row.words })}</span>
          {row.openThreads > 0 ? (
            <span className="inline-flex items-center gap-1">
              <Icon name="thread" className="size-3.5" />
              {t("threads", { count: row.openThreads })}
            </span>
          ) : null}
          <span className="sm:hidden">
            <StateChip state={row.state} />
          </span>
        </div>
        <div className="mt-2 max-w-60 md:hidden">
          <Decided row={row} />
        </div>
      </Td>
      <Td from="lg" className="whitespace-nowrap">
        {row.published ? <When value={row.published} /> : <span className="text-ink-3">{t("publishedUnknown")}</span>}
      </Td>
      <Td from="lg" className="whitespace-nowrap">
        <Language tag={row.language} />
      </Td>
      <Td from="sm">
        <StateChip state={row.state} />
      </Td>
      <Td from="md" className="min-w-44">
        <Decided row={row} />
      </Td>
      {mayTriage ? (
        <Td className="py-1.5 ps-0 text-end">
          <TriageMenu row={row} />
        </Td>
      ) : null}
    </Tr>
  );
}

function Decided({ row: { tags } }: { row: ReportRow }) {
  const t = useTranslations("reports");
  const done = tags.accepted + tags.rejected;
  const total = done + tags.open + tags.returned;
  if (total === 0) return <span className="text-ink-3">{t("noTags")}</span>;
  return <Progress label={t("decided", { done, total })} done={done} total={total} />;
}
