"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { FieldsInWords } from "@/components/reports/field-names";
import { StateChip } from "@/components/reports/state-chip";
import { TriageMenu } from "@/components/reports/triage-menu";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { type From, Td, TitleLink, Tr } from "@/components/ui/table";
import { Language } from "@/components/values/language";
import { useCountWords } from "@/components/values/review-counts";
import { When } from "@/components/values/when";
import { DueSign, PrioritySign } from "@/components/work/signs";
import type { ReportRow } from "@/domain/report/report";
import type { ReportColumn } from "@/domain/report/sorting";
import { reviewCount } from "@/domain/review/counting";

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
      {chosen === undefined ? null : (
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
      )}
      <Td className="w-full max-w-0 min-w-52">
        <TitleLink href={`/reports/${row.id}`} lang={row.language}>
          {row.title}
        </TitleLink>
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

const looks: Record<ReportColumn, string> = {
  outlet: "max-w-40",
  fields: "max-w-56",
  published: "whitespace-nowrap",
  imported: "whitespace-nowrap",
  language: "whitespace-nowrap",
  words: "whitespace-nowrap",
  assignee: "max-w-36",
  priority: "",
  due: "whitespace-nowrap",
  state: "",
  tags: "min-w-44",
};

/** What a column says of a report. */
function Cell({
  column,
  row,
  names,
  today,
  own,
}: {
  column: ReportColumn;
  row: ReportRow;
  names: readonly string[];
  today: string;
  own: boolean;
}) {
  const t = useTranslations("reports");
  const format = useFormatter();
  switch (column) {
    case "outlet":
      return row.outlet ? <bdi className="line-clamp-2">{row.outlet}</bdi> : <Unknown />;
    case "fields":
      return row.fields ? <FieldsInWords values={row.fields} /> : <Unknown />;
    case "published":
      return row.published ? <When value={row.published} /> : <Unknown />;
    case "imported":
      return <When value={row.createdAt} />;
    case "language":
      return <Language tag={row.language} />;
    case "words":
      return format.number(row.words);
    case "assignee":
      return (
        <bdi title={names.join(", ")} className="block truncate">
          {names.length > 0 ? t("assignees", { more: names.length - 1, first: names[0] ?? "" }) : ""}
        </bdi>
      );
    case "priority":
      return <PrioritySign priority={row.priority} />;
    case "due":
      return row.due ? <DueSign due={row.due} today={today} /> : <Unknown />;
    case "state":
      return <StateChip state={row.state} />;
    case "tags":
      return <Decided row={row} own={own} />;
  }
}

function Unknown() {
  const t = useTranslations("reports");
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("unknown")}</span>
    </span>
  );
}

/** How much is decided, as a bar, and what every screen says of a report's tags. */
function Decided({ row, own }: { row: ReportRow; own: boolean }) {
  const { tags: total, decided } = reviewCount(row.tags);
  const [first = "", ...rest] = useCountWords()(row, { own });
  return (
    <div className="flex flex-col gap-0.5">
      {total > 0 && !own ? <Progress label={first} done={decided} total={total} countsHidden /> : null}
      <span className="text-small text-ink-2">{first}</span>
      {rest.map((words) => (
        <span key={words} className="text-tiny text-ink-3">
          {words}
        </span>
      ))}
    </div>
  );
}
