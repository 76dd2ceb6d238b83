"use client";

import { useTranslations } from "use-intl";
import { useAgo } from "@/components/annotate/tags/ago";
import { usePersonName } from "@/components/annotate/tags/names";
import { useStory } from "@/components/reader/decisions/use-story";
import { contentNow, differences } from "@/components/reader/inspector/differences";
import { Changed } from "@/components/reader/inspector/tag-history";
import type { Tag } from "@/domain/tag/tag";

/** A tag that waits again: what was decided about an older version, and what is different since. */
export function SinceDecision({ tag }: { tag: Tag }) {
  const t = useTranslations("panels.review");
  const tAll = useTranslations("panels");
  const ago = useAgo();
  const nameOf = usePersonName();
  const { verdict } = tag;
  const reopened = tag.state === "open" && verdict !== undefined && verdict.version < tag.version;
  const story = useStory(tag, reopened);
  if (!reopened) return null;
  const decided = story?.versions.find(({ number }) => number === verdict.version);
  const changed = decided ? differences(decided, contentNow(tag)) : [];
  return (
    <section
      aria-label={t("since")}
      className="flex flex-col gap-1 rounded-2 border-s-[3px] border-wait bg-sunken px-3 py-2"
    >
      <p>
        {t("sinceDecision", {
          decision: tAll(`decisions.${verdict.decision}`),
          name: nameOf(verdict.by),
          when: ago(verdict.at),
        })}
      </p>
      {verdict.reason ? (
        <p dir="auto" className="text-ink-2">
          “{verdict.reason}”
        </p>
      ) : null}
      {story ? null : <p className="breathes text-tiny text-ink-3">{tAll("history.loading")}</p>}
      {changed.map((each) => (
        <Changed key={each.what} difference={each} />
      ))}
      {decided && changed.length === 0 ? <p className="text-tiny text-ink-3">{t("sinceSame")}</p> : null}
    </section>
  );
}
