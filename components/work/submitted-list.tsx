"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Paging } from "@/components/ui/paging";
import { Table, TableHead, Td, Th, TitleLink, Tr } from "@/components/ui/table";
import { ReviewCounts } from "@/components/values/review-counts";
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
  return (
    <section aria-label={t("submitted")}>
      <h2 className="headline mb-1 text-lead">{t("submitted")}</h2>
      <Table caption={t("submittedCaption")}>
        <TableHead>
          <Th>{t("report")}</Th>
          <Th>{t("review")}</Th>
        </TableHead>
        <tbody>
          {items.map((item) => (
            <Row key={item.reportId} item={item} now={now} />
          ))}
        </tbody>
      </Table>
      <Paging first={undefined} next={next} label={t("submittedPages")} />
    </section>
  );
}

function Row({ item, now }: { item: SubmittedItem; now: string }) {
  const t = useTranslations("work");
  const format = useFormatter();
  const { reportId, title, language, projectName, words, ownTags, submittedAt, submitNote, state, blind } = item;
  const when = format.relativeTime(new Date(submittedAt), new Date(now));
  return (
    <Tr>
      <Td className="w-full max-w-0 min-w-44">
        <TitleLink href={`/reports/${reportId}`} lang={language}>
          {title}
        </TitleLink>
        <p className="mt-1 flex flex-wrap gap-x-3 text-ink-3">
          <bdi className="text-ink-2">{projectName}</bdi>
          <span>{t("submittedWhen", { when, count: ownTags })}</span>
          <span>{t("words", { count: words })}</span>
        </p>
        {submitNote ? (
          <q dir="auto" className="mt-1 line-clamp-3 block border-s-2 border-line-strong ps-2 text-ink-2">
            {submitNote}
          </q>
        ) : null}
      </Td>
      <Td className="min-w-36">
        <WorkChip state={state} />
        <p className="mt-1 text-ink-2">{blind ? t("othersStillBlind") : <ReviewCounts row={item} />}</p>
      </Td>
    </Tr>
  );
}
