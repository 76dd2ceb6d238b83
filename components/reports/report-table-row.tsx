"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Cell, Decided, looks } from "@/components/reports/report-cells";
import { StateChip } from "@/components/reports/state-chip";
import { TriageMenu } from "@/components/reports/triage-menu";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { type From, Td, TitleLink, Tr } from "@/components/ui/table";
import { Language } from "@/components/values/language";
import { When } from "@/components/values/when";
import { DueSign, PrioritySign } from "@/components/work/signs";
import type { ReportRow } from "@/domain/report/report";
import type { ReportColumn } from "@/domain/report/sorting";

/** Where a column gives way to the line under the title. */
export const shownFrom: Record<ReportColumn, From> = {
  outlet: "lg",
  fields: "lg",
  published: "lg",
  imported: "xl",
  language: "xl",
  words: "xl",
  assignee: "lg",
  priority: "lg",
  due: "lg",
  state: "sm",
  tags: "md",
};
/** What stands under the title as long as its column does not. */
const hiddenFrom: Record<From, string> = { sm: "sm:hidden", md: "md:hidden", lg: "lg:hidden", xl: "xl:hidden" };

/** One report of the table; what has no column of its own here goes under its title. */
export function ReportTableRow({
  row,
  columns,
  names,
  today,
  own,
  mayTriage,
  chosen,
  onChoose,
}: {
  row: ReportRow;
  columns: readonly ReportColumn[];
  /** Of those who have work on it. */
  names: readonly string[];
  today: string;
  /** Its counts are of this person's own tags: they work blind on it. */
  own: boolean;
  mayTriage: boolean;
  /** Undefined where nothing can be chosen. */
  chosen: boolean | undefined;
  /** `far`: with all between this and the one chosen before. */
  onChoose: (far: boolean) => void;
}) {
  const t = useTranslations("reports");
  const embargoed = row.embargoUntil !== undefined && row.embargoUntil.slice(0, 10) >= today;
  const under = (column: ReportColumn) => (columns.includes(column) ? hiddenFrom[shownFrom[column]] : "");
  const who = names.length > 0 ? t("assignees", { more: names.length - 1, first: names[0] ?? "" }) : "";
  return (
    <Tr data-report={row.id} className={row.state === "set aside" ? "text-ink-2" : ""}>
      {chosen === undefined ? null : <ChooseCell row={row} chosen={chosen} onChoose={onChoose} />}
      <Td className="w-full max-w-0 min-w-52">
        <TitleLink href={`/reports/${row.id}`} lang={row.language}>
          {row.title}
        </TitleLink>
        <Beneath
          under={under}
          row={row}
          today={today}
          embargoed={embargoed}
          columns={columns}
          mayTriage={mayTriage}
          who={who}
        />
        {columns.includes("tags") ? (
          <div className={classes("mt-2 max-w-60", under("tags"))}>
            <Decided row={row} own={own} />
          </div>
        ) : null}
      </Td>
      {columns.map((column) => (
        <Td key={column} from={shownFrom[column]} className={looks[column]}>
          <Cell column={column} row={row} names={names} today={today} own={own} />
        </Td>
      ))}
      {mayTriage ? (
        <Td className="py-1.5 ps-0 text-end">
          <TriageMenu row={row} />
        </Td>
      ) : null}
    </Tr>
  );
}

/** What has no column at this width. */
function Beneath({
  under,
  row,
  today,
  embargoed,
  columns,
  mayTriage,
  who,
}: {
  under: (column: ReportColumn) => string;
  row: ReportRow;
  today: string;
  embargoed: boolean;
  columns: readonly ReportColumn[];
  mayTriage: boolean;
  who: string;
}) {
  const t = useTranslations("reports");
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
      <span className={classes("empty:hidden", under("priority"))}>
        <PrioritySign priority={row.priority} />
      </span>
      {row.due ? (
        <span className={under("due")}>
          <DueSign due={row.due} today={today} />
        </span>
      ) : null}
      {embargoed ? (
        <span className="text-wait">
          {t.rich("embargoed", { date: () => <When value={row.embargoUntil ?? ""} time /> })}
        </span>
      ) : null}
      <bdi className={classes("truncate text-ink-2", under("outlet"))}>{row.outlet ?? t("outletUnknown")}</bdi>
      {columns.includes("published") ? (
        <span className={under("published")}>
          {row.published ? <When value={row.published} /> : t("publishedUnknown")}
        </span>
      ) : null}
      {columns.includes("language") ? (
        <span className={under("language")}>
          <Language tag={row.language} />
        </span>
      ) : null}
      <span className={under("words")}>{t("wordCount", { count: row.words })}</span>
      {row.layersOpenedAt && mayTriage ? (
        <Link href={`/reports/${row.id}/compare`} prefetch={false} className="relative z-1">
          {t("compare")}
        </Link>
      ) : null}
      {row.openThreads > 0 ? (
        <span className="inline-flex items-center gap-1">
          <Icon name="thread" className="size-3.5" />
          {t("threads", { count: row.openThreads })}
        </span>
      ) : null}
      {who && columns.includes("assignee") ? <bdi className={under("assignee")}>{who}</bdi> : null}
      {columns.includes("state") ? (
        <span className={under("state")}>
          <StateChip state={row.state} />
        </span>
      ) : null}
    </div>
  );
}

function ChooseCell({
  row,
  chosen,
  onChoose,
}: {
  row: ReportRow;
  chosen: boolean | undefined;
  onChoose: (far: boolean) => void;
}) {
  const t = useTranslations("reports");
  return (
    <Td className="relative z-1 pe-0!">
      <input
        type="checkbox"
        aria-label={t("choose", { title: row.title })}
        checked={chosen}
        onClick={(event) => onChoose(event.shiftKey)}
        onChange={() => undefined}
        className="tick"
      />
    </Td>
  );
}
