"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { useKindNames } from "@/components/queue/kind-names";
import { RowLink } from "@/components/ui/table";
import { WorkChip } from "@/components/work/signs";
import type { ReportBack } from "@/domain/assignment/my-work";

/** A report on which tags of one's own were returned or rejected, although its work is not in one's hands. */
export function BackRow({ back, now }: { back: ReportBack; now: string }) {
  const { reportId, title, language, projectName, outlet, state } = back;
  return (
    <li className="group relative flex flex-col gap-2 py-4 hover:bg-hover/60">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <RowLink
          href={`/reports/${reportId}?review=1`}
          lang={language}
          dir="auto"
          className="min-w-0 grow basis-72 font-serif text-lead leading-snug font-semibold"
        >
          {title}
        </RowLink>
        {state ? <WorkChip state={state} /> : null}
      </div>
      <p className="flex flex-wrap gap-x-3 text-small text-ink-3">
        <bdi className="text-ink-2">{projectName}</bdi>
        {outlet ? <bdi>{outlet}</bdi> : null}
      </p>
      <TagsBack back={back} now={now} />
    </li>
  );
}

/** Each tag that came back: its words, what was decided, why and by whom; and what is to be done about them. */
export function TagsBack({ back, now }: { back: ReportBack; now: string }) {
  const t = useTranslations("work");
  const format = useFormatter();
  const kindName = useKindNames([]);
  const { reportId, tags, returned, rejected, state } = back;
  const more = returned + rejected - tags.length;
  return (
    <div className="text-small">
      <p className="font-medium">
        {[
          returned > 0 && t("returnedTags", { count: returned }),
          rejected > 0 && t("rejectedTags", { count: rejected }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="text-ink-3">{t(state === "returned" ? "whatToDoAndSubmit" : "whatToDo")}</p>
      <ul aria-label={t("tagsBack")} className="mt-1 flex flex-col">
        {tags.map(({ tagId, kind, words, state: verdict, reason, byName, at }) => (
          <li key={tagId}>
            <Link
              prefetch={false}
              href={`/reports/${reportId}?tag=${tagId}&review=1`}
              className="relative z-1 block py-1 text-ink no-underline hover:underline"
            >
              <span className={verdict === "rejected" ? "text-bad" : "text-accent"}>{t(`verdicts.${verdict}`)}</span>{" "}
              <span className="text-ink-3">{kindName(kind)}</span> <q dir="auto">{words}</q>
              {reason ? (
                <span dir="auto" className="block text-ink-2">
                  {reason}
                </span>
              ) : null}
              <span className="block text-tiny text-ink-3">
                {t("decidedBy", { name: byName, when: format.relativeTime(new Date(at), new Date(now)) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="text-ink-3">{t("moreBack", { count: more })}</p> : null}
    </div>
  );
}
