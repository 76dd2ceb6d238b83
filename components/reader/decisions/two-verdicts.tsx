"use client";

import { useTranslations } from "use-intl";
import type { Conflict } from "@/client/desk/desk";
import { useAgo } from "@/components/annotate/tags/ago";
import { usePersonName } from "@/components/annotate/tags/names";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { contentNow, differences } from "@/components/reader/inspector/differences";
import { Changed } from "@/components/reader/inspector/tag-history";
import { Button } from "@/components/ui/button";

type Mine = NonNullable<Conflict["deciding"]>;

/**
 * Two decisions on one tag: the colleague's that stands and one's own, which was not written. Nobody overrules without
 * having read what they overrule.
 */
export function TwoVerdicts({
  ours,
  theirs,
  mine,
  more = 0,
  focus = false,
  onKeep,
  onOverrule,
}: Pick<Conflict, "ours" | "theirs"> & {
  mine: Mine;
  /** How many other tags wait for the same choice. */
  more?: number;
  /** Whether it was called up just now, so that the keyboard goes on here. */
  focus?: boolean;
  onKeep: () => void;
  onOverrule: () => void;
}) {
  const t = useTranslations("panels.overruling");
  const nameOf = usePersonName();
  const { verdict } = theirs;
  const decided = theirs.state !== "open" && theirs.state !== "withdrawn" && verdict !== undefined;
  const name = nameOf(decided ? verdict.by : theirs.updatedBy);
  const changed = theirs.version === ours.version ? [] : differences(contentNow(ours), contentNow(theirs));
  return (
    <section
      aria-label={t("label")}
      className="flex flex-col gap-2 rounded-2 border-s-[3px] border-bad bg-sunken px-3 py-2"
    >
      <p role="alert" className="font-medium first-letter:uppercase">
        {decided
          ? t("decided", { name })
          : theirs.state === "withdrawn"
            ? t("withdrew", { name })
            : t("changed", { name })}
      </p>
      {theirs.type === "annotation" ? (
        <p dir="auto" className="line-clamp-2 font-serif">
          {wordsOf(theirs)}
        </p>
      ) : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {decided ? <Line who={name} {...verdict} /> : null}
        <Line who={t("you")} {...mine} />
      </dl>
      {changed.map((each) => (
        <Changed key={each.what} difference={each} />
      ))}
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" autoFocus={focus} onClick={onKeep}>
          {decided ? t("keep", { name }) : t("look")}
        </Button>
        {theirs.state === "withdrawn" ? null : (
          <Button size="small" variant="primary" onClick={onOverrule}>
            {decided ? t("overrule", { decision: mine.decision }) : t("anyway", { decision: mine.decision })}
          </Button>
        )}
      </div>
      {more > 0 ? <p className="text-tiny text-ink-3">{t("more", { count: more })}</p> : null}
    </section>
  );
}

function Line({ who, decision, reason, at }: Mine & { who: string; at?: string }) {
  const tAll = useTranslations("panels");
  const ago = useAgo();
  return (
    <>
      <dt className="text-ink-2 first-letter:uppercase">{who}</dt>
      <dd>
        <span className="inline-block first-letter:uppercase">{tAll(`decisions.${decision}`)}</span>
        {at ? <span className="text-ink-3"> · {ago(at)}</span> : null}
        {reason ? (
          <span dir="auto" className="block text-ink-2">
            “{reason}”
          </span>
        ) : null}
      </dd>
    </>
  );
}
