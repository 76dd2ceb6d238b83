"use client";

import { useFormatter, useTranslations } from "use-intl";
import { RowLink } from "@/components/ui/table";
import { ReviewCounts } from "@/components/values/review-counts";
import { Pages } from "@/components/work/pages";
import { WorkChip } from "@/components/work/signs";
import type { SubmittedItem } from "@/domain/assignment/my-work";

/** What one submitted and has not got back: when, how much, what one said about it, and how far its review is. */
export function SubmittedList({
  items,
  next,
  now,
}: {
  items: readonly SubmittedItem[];
  next: string | undefined;
  now: string;
}) {
  const t = useTranslations("work");
  const format = useFormatter();
  return (
    <section aria-label={t("submitted")}>
      <h2 className="headline mb-1 text-lead">{t("submitted")}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((item) => (
          <li key={item.reportId} className="group relative flex flex-col gap-1 py-3 hover:bg-hover/60">
            <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <RowLink
                href={`/reports/${item.reportId}`}
                lang={item.language}
                dir="auto"
                className="min-w-0 grow basis-72 font-serif leading-snug font-semibold"
              >
                {item.title}
              </RowLink>
              <WorkChip state={item.state} />
            </div>
            <p className="flex flex-wrap gap-x-3 text-small text-ink-3">
              <bdi className="text-ink-2">{item.projectName}</bdi>
              <span>
                {t("submittedWhen", {
                  when: format.relativeTime(new Date(item.submittedAt), new Date(now)),
                  count: item.ownTags,
                })}
              </span>
              <span>{t("words", { count: item.words })}</span>
            </p>
            <p className="text-small text-ink-2">{item.blind ? t("othersStillBlind") : <ReviewCounts row={item} />}</p>
            {item.submitNote ? (
              <q dir="auto" className="line-clamp-3 block border-s-2 border-line-strong ps-2 text-small text-ink-2">
                {item.submitNote}
              </q>
            ) : null}
          </li>
        ))}
      </ul>
      <Pages first={undefined} next={next} label={t("submittedPages")} />
    </section>
  );
}
