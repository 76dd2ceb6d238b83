"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { StateChip } from "@/components/reports/state-chip";
import { TriageMenu } from "@/components/reports/triage-menu";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { RowLink, Td, Tr } from "@/components/ui/table";
import { Language } from "@/components/values/language";
import { useCountWords } from "@/components/values/review-counts";
import { When } from "@/components/values/when";
import { DueSign, PrioritySign } from "@/components/work/signs";
import type { ReportRow } from "@/domain/report/report";
import { reviewCount } from "@/domain/review/counting";

/** One report of the table; on narrow screens its other columns go under its title. */
export function ReportTableRow({
  row,
  names,
  today,
  own,
  mayTriage,
  chosen,
  onChoose,
}: {
  row: ReportRow;
  /** Of those who have work on it. */
  names: readonly string[];
  today: string;
  /** Its counts are of the asker's own tags: they work blind on it. */
  own: boolean;
  mayTriage: boolean;
  /** Undefined where nothing can be chosen. */
  chosen: boolean | undefined;
  /** `far`: with all between this and the one chosen before. */
  onChoose: (far: boolean) => void;
}) {
  const t = useTranslations("reports");
  const embargoed = row.embargoUntil !== undefined && row.embargoUntil.slice(0, 10) >= today;
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
            className="mt-1 size-4 accent-accent"
          />
        </Td>
      )}
      <Td className="w-full max-w-0 min-w-52">
        <RowLink
          href={`/reports/${row.id}`}
          lang={row.language}
          dir="auto"
          className="block truncate text-match-parent font-serif text-[1.0625rem] leading-snug font-semibold"
        >
          {row.title}
        </RowLink>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
          <PrioritySign priority={row.priority} />
          {row.due ? <DueSign due={row.due} today={today} /> : null}
          {embargoed ? (
            <span className="text-wait">
              {t.rich("embargoed", { date: () => <When value={row.embargoUntil ?? ""} time /> })}
            </span>
          ) : null}
          <bdi className="truncate text-ink-2">{row.outlet ?? t("outletUnknown")}</bdi>
          <span className="lg:hidden">{row.published ? <When value={row.published} /> : t("publishedUnknown")}</span>
          <span className="xl:hidden">
            <Language tag={row.language} />
          </span>
          <span>{t("words", { count: row.words })}</span>
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
          {who ? <bdi className="lg:hidden">{who}</bdi> : null}
          <span className="sm:hidden">
            <StateChip state={row.state} />
          </span>
        </div>
        <div className="mt-2 max-w-60 md:hidden">
          <Decided row={row} own={own} />
        </div>
      </Td>
      <Td from="lg" className="whitespace-nowrap">
        {row.published ? <When value={row.published} /> : <span className="text-ink-3">{t("publishedUnknown")}</span>}
      </Td>
      <Td from="xl" className="whitespace-nowrap">
        <Language tag={row.language} />
      </Td>
      <Td from="lg" className="max-w-36">
        <bdi title={names.join(", ")} className="block truncate">
          {who}
        </bdi>
      </Td>
      <Td from="sm">
        <StateChip state={row.state} />
      </Td>
      <Td from="md" className="min-w-44">
        <Decided row={row} own={own} />
      </Td>
      {mayTriage ? (
        <Td className="py-1.5 ps-0 text-end">
          <TriageMenu row={row} />
        </Td>
      ) : null}
    </Tr>
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
