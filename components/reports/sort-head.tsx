"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import { type From, Th } from "@/components/ui/table";
import { isDescending, keyOf, type Sort, type SortKey, sortAfterClick } from "@/domain/report/sorting";

/** The head of a column that the table can be sorted by; one click sorts by it, another one the other way round. */
export function SortHead({
  column,
  sort,
  from,
  addressOf,
  onSort,
}: {
  column: SortKey;
  sort: Sort;
  from?: From | undefined;
  /** Where the table stands when sorted like that. */
  addressOf: (sort: Sort) => string;
  onSort: (sort: Sort) => void;
}) {
  const t = useTranslations("reports");
  const next = sortAfterClick(sort, column);
  const sorted = keyOf(sort) === column;
  const way = isDescending(sort) ? "descending" : "ascending";
  return (
    <Th {...(from ? { from } : {})} {...(sorted ? { "aria-sort": way } : {})}>
      <Link
        href={addressOf(next)}
        prefetch={false}
        onClick={() => onSort(next)}
        title={t(isDescending(next) ? "sortDescending" : "sortAscending", { column: t(column) })}
        className="inline-flex items-center gap-1 rounded-1 text-inherit no-underline hover:text-ink hover:underline"
      >
        {t(column)}
        {sorted ? <Icon name={way === "descending" ? "down" : "up"} className="size-3.5" /> : null}
      </Link>
    </Th>
  );
}
