"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { addressOf } from "@/components/queue/queue-table";
import { ButtonLink } from "@/components/ui/button-link";
import type { QueueRow } from "@/domain/review/queue";

/** The first reports of one's queue, and the way to all of it. */
export function QueueBrief({ rows }: { rows: readonly QueueRow[] }) {
  const t = useTranslations("queue");
  return (
    <section aria-label={t("brief")}>
      <div className="mb-1 flex items-baseline gap-3">
        <h2 className="headline grow text-lead">{t("brief")}</h2>
        <ButtonLink variant="quiet" href="/queue">
          {t("whole")}
        </ButtonLink>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <li key={row.reportId} className="flex items-baseline gap-3 py-2.5">
            <Link
              href={addressOf(row, {})}
              lang={row.language}
              dir="auto"
              className="min-w-0 grow truncate font-serif font-semibold text-ink no-underline hover:underline"
            >
              {row.title}
            </Link>
            <span className="text-small whitespace-nowrap text-ink-2">
              {row.more ? t("atLeast", { count: row.waiting }) : t("waiting", { count: row.waiting })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
