"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { contentNow, contentOfWish, differences } from "@/components/reader/inspector/differences";
import { ShownDifference } from "@/components/reader/inspector/shown-difference";
import { Page } from "@/components/shell/page";
import { Glyph } from "@/components/tag/glyph";
import { ButtonLink } from "@/components/ui/button-link";
import { Chip, type Tone } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging, pageAt } from "@/components/ui/paging";
import { Segmented } from "@/components/ui/segmented";
import { isCoreKind } from "@/domain/kind-values";
import type { Outcome } from "@/domain/review/outcome";
import { classOfOutcome, type OutcomeClass, outcomeClasses } from "@/domain/review/outcome-class";
import { isCoreRelation, type RelationKind } from "@/domain/tag/relation-values";
import { quoteOf } from "@/domain/text/segment";

const tones: Record<OutcomeClass, Tone> = {
  returned: "accent",
  rejected: "bad",
  corrected: "blue",
  kept: "green",
  "not taken": "plain",
  waiting: "ochre",
  withdrawn: "plain",
};

export type Names = Readonly<Record<string, string>>;

/** What became of one's own tags on a report, to learn from: what was said first beside what stands now. */
export function OutcomesPage({
  report,
  outcomes,
  names,
  next,
  paged,
}: {
  report: { id: string; title: string; language: string };
  outcomes: readonly Outcome[];
  /** Of people and entities, by id. */
  names: Names;
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  paged: boolean;
}) {
  const t = useTranslations("outcomes");
  const [only, setOnly] = useState<OutcomeClass | "all">("all");
  const all = outcomes.map((outcome) => ({ outcome, is: classOfOutcome(outcome) }));
  const classes = outcomeClasses.filter((each) => all.some(({ is }) => is === each));
  const base = `/reports/${report.id}/outcomes`;
  return (
    <Page
      narrow
      title={t("title")}
      lead={t("lead", { report: report.title })}
      actions={<ButtonLink href={`/reports/${report.id}?review=1`}>{t("back")}</ButtonLink>}
    >
      {all.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <>
          <div className="mb-4 overflow-x-auto">
            <Segmented
              label={t("show")}
              value={only}
              options={[
                { value: "all" as const, label: t("count", { name: t("all"), count: all.length }) },
                ...classes.map((value) => ({
                  value,
                  label: t("count", {
                    name: t(`classes.${value}`),
                    count: all.filter(({ is }) => is === value).length,
                  }),
                })),
              ]}
              onChange={(value) => setOnly(value ?? "all")}
            />
          </div>
          <ul aria-label={t("caption")} className="divide-y divide-line border-y border-line">
            {all
              .filter(({ is }) => only === "all" || is === only)
              .map(({ outcome, is }) => (
                <Item key={outcome.tag.id} outcome={outcome} is={is} names={names} report={report} />
              ))}
          </ul>
        </>
      )}
      <Paging label={t("pages")} first={paged ? base : undefined} next={next && pageAt(base, next)} />
    </Page>
  );
}

function Item({
  outcome: { tag, first, final, verdicts },
  is,
  names,
  report,
}: {
  outcome: Outcome;
  is: OutcomeClass;
  names: Names;
  report: { id: string; language: string };
}) {
  const t = useTranslations("outcomes");
  const panels = useTranslations("panels");
  const linkName = (kind: RelationKind) =>
    isCoreRelation(kind) ? panels(`links.kinds.${kind}`) : kind.replace(/^relation:/, "");
  const words = tag.type === "annotation" ? quoteOf(tag.segments).replace(/\s+/g, " ") : linkName(tag.kind);
  // Another layer's ends are other tags: only what is said is compared.
  const now = final ? { ...contentNow(final), to: undefined } : contentNow(tag);
  const changed = differences(final ? { ...first, to: undefined } : first, now);
  const nameOf = (id: string) => names[id];
  return (
    <li className="flex flex-col gap-1 py-3 text-small">
      <div className="flex items-start gap-2">
        {tag.type === "annotation" ? (
          <Glyph kind={isCoreKind(tag.kind) ? tag.kind : "custom"} className="mt-1" />
        ) : (
          <span className="text-tiny text-ink-3">{t("link")}</span>
        )}
        <Link
          href={`/reports/${report.id}?tag=${final?.id ?? tag.id}`}
          aria-label={t("toText", { words })}
          lang={report.language}
          dir="auto"
          className="min-w-0 grow font-serif text-ink"
        >
          {words}
        </Link>
        <Chip tone={tones[is]}>{t(`classes.${is}`)}</Chip>
      </div>
      {changed.map((each) => (
        <ShownDifference key={each.what} difference={each} nameOf={nameOf} />
      ))}
      {verdicts.map((verdict) => (
        <div key={verdict.id} className="border-s-2 border-line ps-3 text-ink-2">
          <p>
            {t("decision", {
              decision: panels(`decisions.${verdict.decision}`),
              name: names[verdict.by] ?? t("somebody"),
            })}
            {verdict.reason ? <span dir="auto">: “{verdict.reason}”</span> : null}
          </p>
          {verdict.wish ? (
            <>
              <p className="text-tiny text-ink-3">{t("wish")}</p>
              {differences(contentNow(tag), contentOfWish(verdict.wish)).map((each) => (
                <ShownDifference key={each.what} difference={each} nameOf={nameOf} />
              ))}
            </>
          ) : null}
        </div>
      ))}
    </li>
  );
}
