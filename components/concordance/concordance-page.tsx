"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { HitLine } from "@/components/concordance/hit-line";
import { type Asked, spotOf } from "@/components/concordance/spot";
import { TagHitsBar } from "@/components/concordance/tag-hits-bar";
import { TakeHits } from "@/components/concordance/take-hits";
import { Page } from "@/components/shell/page";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { SearchInput, Select } from "@/components/ui/input";
import { Paging, pageAt } from "@/components/ui/paging";
import type { ProjectId } from "@/domain/ids";
import type { Hit } from "@/domain/search/concordance";
import { hitSorts } from "@/domain/search/hit-sorts";

type Found = { items: readonly Hit[]; next?: string; sorted?: { hits: number; all: boolean } };
type Project = { id: ProjectId; name: string };

/** Words in their surroundings, one place a line. The form works without a script, and its address can be kept. */
export function ConcordancePage({
  project,
  asked,
  found,
  paged,
  refused,
  labels,
  may,
}: {
  project: Project;
  asked: Asked;
  /** Undefined before anything was asked, and where the query could not be read. */
  found: Found | undefined;
  /** This is not the first page. */
  paged: boolean;
  /** What is wrong with the query. */
  refused: string | undefined;
  /** The project's own kinds that hits may be tagged as. */
  labels: readonly { kind: `label:${string}`; name: string }[];
  may: { tag: boolean; take: boolean };
}) {
  const t = useTranslations("search.concordance");
  const { q, sort } = asked;
  return (
    <Page
      title={t("title")}
      lead={t("lead", { project: project.name })}
      actions={may.take && found && found.items.length > 0 ? <TakeHits projectId={project.id} asked={asked} /> : null}
    >
      <search>
        <form
          action={`/projects/${project.id}/concordance`}
          className="mb-6 grid gap-3 sm:grid-cols-[1fr_auto_auto] sm:items-start"
        >
          <Field label={t("field")} hint={t("hint")} {...(refused ? { error: refused } : {})}>
            <SearchInput name="q" dir="auto" autoFocus={q === ""} defaultValue={q} />
          </Field>
          <Field label={t("sort")}>
            <Select name="sort" defaultValue={sort}>
              {hitSorts.map((each) => (
                <option key={each} value={each}>
                  {t(`sorts.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" variant="primary" className="sm:mt-[1.65rem]">
            {t("go")}
          </Button>
        </form>
      </search>
      {found ? <Hits {...{ project, asked, found, paged, labels }} mayTag={may.tag} /> : null}
      {q === "" ? <EmptyState title={t("start")}>{t("startLead")}</EmptyState> : null}
    </Page>
  );
}

function Hits({
  project,
  asked,
  found: { items, next, sorted },
  paged,
  labels,
  mayTag,
}: {
  project: Project;
  asked: Asked;
  found: Found;
  paged: boolean;
  labels: readonly { kind: `label:${string}`; name: string }[];
  mayTag: boolean;
}) {
  const t = useTranslations("search.concordance");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const pick = (spot: string, on: boolean) => {
    const now = new Set(picked);
    if (on) now.add(spot);
    else now.delete(spot);
    setPicked(now);
  };
  if (items.length === 0) return <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>;
  const address = `/projects/${project.id}/concordance?${new URLSearchParams(asked)}`;
  return (
    <section aria-label={t("hits")}>
      {sorted && !sorted.all ? (
        <div className="mb-3">
          <Banner>{t("capped", { hits: sorted.hits })}</Banner>
        </div>
      ) : null}
      {sorted?.all ? <p className="mb-2 text-small text-ink-2">{t("count", { hits: sorted.hits })}</p> : null}
      {mayTag ? (
        <TagHitsBar
          projectId={project.id}
          asked={asked}
          labels={labels}
          picked={items.filter((hit) => picked.has(spotOf(hit)))}
          onDone={() => setPicked(new Set())}
        />
      ) : null}
      <ol className="border-t border-line">
        {items.map((hit) => (
          <HitLine
            key={spotOf(hit)}
            hit={hit}
            picked={picked.has(spotOf(hit))}
            onPick={mayTag ? (on) => pick(spotOf(hit), on) : undefined}
          />
        ))}
      </ol>
      <Paging label={t("pages")} first={paged ? address : undefined} next={next && pageAt(address, next)} />
    </section>
  );
}
