"use client";

import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import { Progress } from "@/components/ui/progress";
import { RowLink } from "@/components/ui/table";
import { Language } from "@/components/values/language";
import { DueSign, PrioritySign } from "@/components/work/signs";
import type { WorkItem } from "@/domain/assignment/my-work";

/** One report to work on: what it is, how urgent, how far one has read, and what was said along with it. */
export function WorkRow({ item, today }: { item: WorkItem; today: string }) {
  const t = useTranslations("work");
  const { reportId, title, outlet, language, words, due, priority, returnedTags, note, assignedByName } = item;
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
          {item.state === "returned" && returnedTags > 0 ? (
            <Chip tone="accent">{t("returnedTags", { count: returnedTags })}</Chip>
          ) : null}
          <PrioritySign priority={priority} />
          {due ? <DueSign due={due} today={today} /> : null}
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
      {item.readTo > 0 ? (
        <span className="max-w-72">
          <Progress
            label={t("read")}
            done={Math.min(100, Math.round((100 * item.readTo) / Math.max(1, item.codePoints)))}
            total={100}
          />
        </span>
      ) : null}
    </li>
  );
}
