"use client";

import { useFormatter, useTranslations } from "use-intl";
import { FieldsInWords } from "@/components/reports/field-names";
import { StateChip } from "@/components/reports/state-chip";
import { Progress } from "@/components/ui/progress";
import { Language } from "@/components/values/language";
import { useCountWords } from "@/components/values/review-counts";
import { When } from "@/components/values/when";
import { DueSign, PrioritySign } from "@/components/work/signs";
import type { ReportRow } from "@/domain/report/report";
import type { ReportColumn } from "@/domain/report/sorting";
import { reviewCount } from "@/domain/review/counting";

export const looks: Record<ReportColumn, string> = {
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
export function Cell({
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
export function Decided({ row, own }: { row: ReportRow; own: boolean }) {
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
