"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { useGroupWords } from "@/components/compare/group-words";
import type { Comparing } from "@/components/compare/use-comparison";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { type ComparisonClass, comparisonClasses, type Group } from "@/domain/review/compare/group";

/** Every group with what it comes to; those of the chosen classes. */
export function GroupList({ comparing }: { comparing: Comparing }) {
  const t = useTranslations("compare");
  const { shown, current, go, choice, choose, counts } = comparing;
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (!list.current) return;
    // Where the list scrolls together with what is decided, as on a phone, the decision is what has to be seen.
    const side = list.current.closest(".compare-side");
    if (side && getComputedStyle(side).overflowY === "auto") side.scrollTop = 0;
    else list.current.querySelector(`[data-group="${current?.id ?? ""}"]`)?.scrollIntoView({ block: "nearest" });
  }, [current?.id]);

  const toggle = (name: ComparisonClass) => {
    const classes = new Set(choice.classes);
    if (!classes.delete(name)) classes.add(name);
    choose({ classes });
  };

  return (
    <>
      <fieldset className="border-b border-line px-4 py-3">
        <legend className="eyebrow float-start mb-2 w-full">{t("classesTitle")}</legend>
        <div className="clear-both flex flex-wrap gap-1">
          {comparisonClasses.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={choice.classes.has(name)}
              onClick={() => toggle(name)}
              className="min-h-6.5 rounded-full border border-line-strong px-2 text-tiny text-ink-2 aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
            >
              {t(`classes.${name}`)} <span data-figures>{counts[name]}</span>
            </button>
          ))}
        </div>
        <div className="mt-1.5">
          <Checkbox
            label={t("undecidedOnly")}
            checked={choice.undecided}
            onChange={(undecided) => choose({ undecided })}
          />
        </div>
      </fieldset>
      {shown.length === 0 ? <p className="px-4 py-6 text-small text-ink-2">{t("noneShown")}</p> : null}
      <ol ref={list} className="py-1">
        {shown.map((group) => (
          <Row key={group.id} group={group} comparing={comparing} isCurrent={group.id === current?.id} onGo={go} />
        ))}
      </ol>
    </>
  );
}

function Row({
  group,
  comparing,
  isCurrent,
  onGo,
}: {
  group: Group;
  comparing: Comparing;
  isCurrent: boolean;
  onGo: (id: string) => void;
}) {
  const t = useTranslations("compare");
  const words = useGroupWords(comparing);
  const settled = comparing.settled.get(group.id);
  const done = comparing.isSettled(group);
  const mark = settled?.changedSince ? "changed" : settled?.leftOut ? "leftOut" : done ? "settled" : undefined;
  return (
    <li data-group={group.id}>
      <button
        type="button"
        aria-current={isCurrent ? "true" : undefined}
        onClick={() => onGo(group.id)}
        className={`flex w-full items-start gap-2 px-4 py-1.5 text-start text-small hover:bg-hover aria-[current]:bg-accent-wash ${done ? "text-ink-2" : ""}`}
      >
        {group.type === "annotation" ? (
          <TagGlyph kind={group.tags[0]?.tag.kind ?? ""} className="mt-1" />
        ) : (
          <Icon name="forward" className="mt-1 size-3.5 shrink-0 text-ink-3" />
        )}
        <span className="min-w-0 grow">
          <span dir="auto" className="line-clamp-2 font-serif leading-snug">
            {words.titleOf(group)}
          </span>
          <span className="mt-0.5 flex flex-wrap gap-x-1.5 text-tiny text-ink-3">
            {t(`classes.${group.class}`)}
            {group.missing.length > 0 ? <bdi>{words.namesOf(group.by)}</bdi> : null}
          </span>
        </span>
        {mark ? (
          <span
            role="img"
            aria-label={t(`marks.${mark}`)}
            title={t(`marks.${mark}`)}
            className={mark === "changed" ? "text-wait" : mark === "settled" ? "text-ok" : "text-ink-3"}
          >
            {mark === "changed" ? "!" : mark === "leftOut" ? "–" : "✓"}
          </span>
        ) : null}
      </button>
    </li>
  );
}
