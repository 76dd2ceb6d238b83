"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { addressOf } from "@/components/queue/address";
import { Submissions } from "@/components/queue/queue-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { ReviewCounts } from "@/components/values/review-counts";
import type { QueueRow } from "@/domain/review/queue";

/** One's queue on the page of one's work: what waits in each report and what was submitted; the rest is a page on. */
export function QueueBrief({ rows, next, now }: { rows: readonly QueueRow[]; next: string | undefined; now: string }) {
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
          <li key={row.reportId} className="py-2.5">
            <Link
              href={addressOf(row, {})}
              lang={row.language}
              dir="auto"
              className="block truncate font-serif font-semibold text-ink no-underline hover:underline"
            >
              {row.title}
            </Link>
            <p className="flex flex-wrap gap-x-3 text-small text-ink-2">
              <bdi>{row.projectName}</bdi>
              <span className="text-ink-3">{t("words", { count: row.words })}</span>
              <span>
                <ReviewCounts row={row} />
              </span>
            </p>
            <Submissions submitted={row.submitted} now={now} />
          </li>
        ))}
      </ul>
      {next ? (
        <div className="mt-3">
          <ButtonLink variant="quiet" href={`/queue?cursor=${encodeURIComponent(next)}`}>
            {t("briefMore")}
            <Icon name="forward" />
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}
