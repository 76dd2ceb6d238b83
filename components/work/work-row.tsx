"use client";

import { useTranslations } from "use-intl";
import { RowLink } from "@/components/ui/table";
import { Language } from "@/components/values/language";
import { TagsBack } from "@/components/work/back-row";
import { DueSign, PrioritySign } from "@/components/work/signs";
import type { ReportBack, WorkItem } from "@/domain/assignment/my-work";
import { percentRead } from "@/domain/assignment/percent-read";

/** One report to work on: what it is, how urgent, how far one has read, and what was said along with it. */
export function WorkRow({ item, back, now }: { item: WorkItem; back: ReportBack | undefined; now: string }) {
  const t = useTranslations("work");
  const { reportId, title, outlet, language, words, due, priority, note, assignedByName } = item;
  return (
    <li className="group relative flex flex-col gap-2 py-4 hover:bg-hover/60">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <RowLink
          href={`/reports/${reportId}`}
          lang={language}
          dir="auto"
          className="min-w-0 grow basis-72 font-serif text-lead leading-snug font-semibold"
        >
          {title}
        </RowLink>
        <span className="flex flex-wrap items-center gap-2 text-small">
          <PrioritySign priority={priority} />
          {due ? <DueSign due={due} today={now.slice(0, 10)} /> : null}
        </span>
      </div>
      <p className="flex flex-wrap gap-x-3 text-small text-ink-3">
        <bdi className="text-ink-2">{item.projectName}</bdi>
        {outlet ? <bdi>{outlet}</bdi> : null}
        <Language tag={language} />
        <span>{t("words", { count: words })}</span>
        {assignedByName && !note ? <span>{t("from", { name: assignedByName })}</span> : null}
      </p>
      {note ? (
        <blockquote className="border-s-2 border-accent ps-3 text-small">
          <span className="block text-ink-3">
            {assignedByName ? t("noteFrom", { name: assignedByName }) : t("note")}
          </span>
          <span dir="auto" className="whitespace-pre-wrap">
            {note}
          </span>
        </blockquote>
      ) : null}
      {item.state === "returned" && !back ? <p className="text-small text-ink-3">{t("whatToDoReport")}</p> : null}
      {back ? <TagsBack back={back} now={now} /> : null}
      {item.readTo > 0 ? <p className="text-small text-ink-3">{t("readTo", { percent: percentRead(item) })}</p> : null}
    </li>
  );
}
