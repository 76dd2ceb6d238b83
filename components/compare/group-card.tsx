"use client";

import type { ReactNode, Ref } from "react";
import { useTranslations } from "use-intl";
import { keyOf } from "@/components/annotate/keys/registry";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { Alike, type Deciding, Differences, type GroupProps } from "@/components/compare/differences";
import { useGroupWords } from "@/components/compare/group-words";
import type { Comparing } from "@/components/compare/use-comparison";
import { Button } from "@/components/ui/button";
import { Chip, type Tone } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import type { ComparisonClass, Group, Saying } from "@/domain/review/compare/group";

const tones: Record<ComparisonClass, Tone> = {
  agreed: "green",
  only: "ochre",
  "other-label": "red",
  "other-borders": "blue",
  "attributes-differ": "violet",
  "relations-differ": "plain",
};

/** One group to decide: who said what, what is not alike, and what becomes of it. */
export function GroupCard({
  comparing,
  deciding,
  mayDecide,
  fields,
  bulk,
}: {
  comparing: Comparing;
  deciding: Deciding;
  mayDecide: boolean;
  fields: Ref<HTMLElement>;
  bulk: ReactNode;
}) {
  const t = useTranslations("compare");
  const counts = useTranslations("values.counts");
  const words = useGroupWords(comparing);
  const { current, progress, toSettle, all, step } = comparing;
  const place = current ? all.findIndex(({ id }) => id === current.id) + 1 : 0;
  return (
    <section aria-label={t("group")} className="flex flex-col gap-3 px-4.5 py-4 text-small">
      <div>
        <p className="mb-1 font-medium">{t("progress", { settled: progress.settled, of: progress.of })}</p>
        <Progress label={t("progressLabel")} done={progress.settled} total={progress.of} countsHidden />
        <p className="mt-1 text-tiny text-ink-3">{counts("settled", toSettle)}</p>
      </div>
      {bulk}
      <div className="flex items-center gap-1">
        <h2 className="eyebrow grow">{t("place", { place, of: all.length })}</h2>
        <IconButton
          size="small"
          label={t("previous")}
          kbd={keyOf("previous-group")}
          icon={<Icon name="back" />}
          onClick={() => step(-1)}
        />
        <IconButton
          size="small"
          label={t("next")}
          kbd={keyOf("next-group")}
          icon={<Icon name="forward" />}
          onClick={() => step(1)}
        />
        <Button
          size="small"
          kbd={keyOf("next-undecided")}
          aria-label={t("nextUndecided")}
          onClick={() => step(1, true)}
        >
          {t("undecidedShort")}
        </Button>
      </div>
      {current ? (
        <Current
          key={current.id}
          group={current}
          words={words}
          comparing={comparing}
          deciding={deciding}
          mayDecide={mayDecide}
          fields={fields}
        />
      ) : (
        <p className="text-ink-2">{t("nothingToCompare")}</p>
      )}
    </section>
  );
}

function Current({ group, words, comparing, deciding, mayDecide, fields }: GroupProps) {
  const t = useTranslations("compare");
  const settled = comparing.settled.get(group.id);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={tones[group.class]}>{t(`classes.${group.class}`)}</Chip>
        {group.missing.length > 0 ? (
          <span className="text-ink-2">{t("missing", { names: words.namesOf(group.missing) })}</span>
        ) : null}
      </div>
      <Decided comparing={comparing} group={group} words={words} deciding={deciding} mayDecide={mayDecide} />
      <ol className="flex flex-col gap-2">
        {inOrder(group, comparing).map(({ by, tag, digit }) => {
          return (
            <li key={by} className="rounded-2 border border-line bg-paper p-2.5">
              <div className="flex items-start gap-2">
                {tag.type === "annotation" ? (
                  <TagGlyph kind={tag.kind} className="mt-1" />
                ) : (
                  <Icon name="forward" className="mt-0.5 size-4 text-ink-3" />
                )}
                <div className="min-w-0 grow">
                  <p dir="auto" className="font-serif leading-snug">
                    {tag.type === "annotation"
                      ? tag.segments.map(({ quote }) => quote).join(" … ")
                      : `${words.said("kind", tag.kind)} ${words.endOf(tag)}`}
                  </p>
                  <p className="mt-0.5 text-tiny text-ink-2">
                    <bdi className="font-medium">{words.nameOf(by)}</bdi> · {words.said("kind", tag.kind)}
                  </p>
                </div>
                {mayDecide ? (
                  <Button
                    size="small"
                    {...(digit <= 9 ? { kbd: `${digit}` } : {})}
                    aria-label={t("takeFrom", { name: words.nameOf(by) })}
                    onClick={() => deciding.take(by)}
                  >
                    {t("take")}
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      {mayDecide ? (
        <div className="flex flex-wrap gap-1.5">
          <Button size="small" kbd={keyOf("write-own")} onClick={deciding.own}>
            {t("own")}
          </Button>
          <Button size="small" kbd={keyOf("leave-out")} onClick={deciding.leaveOut}>
            {t("leaveOut")}
          </Button>
          {settled && !(settled.leftOut && settled.final.state === "withdrawn") ? (
            <Button size="small" variant="quiet" kbd={keyOf("undecide")} onClick={deciding.undecide}>
              {t("undecide")}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Differences
        group={group}
        words={words}
        comparing={comparing}
        deciding={deciding}
        mayDecide={mayDecide}
        fields={fields}
      />
      <Alike group={group} words={words} />
    </>
  );
}

/** What each analyst said, in the order of the keys that take it. */
function inOrder({ tags }: Group, { analysts }: Comparing) {
  const said = tags as readonly Saying[];
  return said
    .map(({ by, tag }) => ({ by, tag, digit: analysts.findIndex(({ key }) => key === by) + 1 }))
    .toSorted((a, b) => a.digit - b.digit);
}

/** What was decided about the group. */
function Decided({ group, words, comparing, mayDecide }: Omit<GroupProps, "fields">) {
  const t = useTranslations("compare");
  const settled = comparing.settled.get(group.id);
  if (!settled) {
    return comparing.isSettled(group) ? <p className="text-ink-2">{t("goesWithEnd")}</p> : null;
  }
  const { final, leftOut, changedSince } = settled;
  const quote = final.type === "annotation" ? final.segments.map((each) => each.quote).join(" … ") : "";
  return (
    <div className="rounded-2 border border-line-strong bg-sunken p-2.5">
      <p className="font-medium">{leftOut ? t("leftOut") : t("settled")}</p>
      {leftOut ? null : (
        <p dir="auto" className="font-serif leading-snug">
          {quote || `${words.said("kind", final.kind)} ${words.endOf(final)}`}
          {quote ? <span className="font-sans text-tiny text-ink-2"> {words.said("kind", final.kind)}</span> : null}
        </p>
      )}
      {changedSince ? <p className="mt-1 text-wait">{mayDecide ? t("changedSince") : t("changedSinceSeen")}</p> : null}
    </div>
  );
}
