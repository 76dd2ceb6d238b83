"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Decide } from "@/components/copies/decide";
import { Share } from "@/components/copies/share";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Dotted } from "@/components/ui/dotted";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging, pageAt } from "@/components/ui/paging";
import { When } from "@/components/values/when";
import type { Copy, CopyEnd } from "@/domain/copies/copy";
import { type CopyState, copyStates } from "@/domain/copies/copy-values";

/** Pairs of a project of which one is, or may be, a copy of the other; those found last first. */
export function CopiesPage({
  projectId,
  state,
  items,
  next,
  paged,
  mayDecide,
}: {
  projectId: string;
  state: CopyState;
  items: readonly Copy[];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
  mayDecide: boolean;
}) {
  const t = useTranslations("copies");
  const base = `/projects/${projectId}/copies`;
  const at = (which: CopyState) => (which === "proposed" ? base : `${base}?state=${which}`);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <nav aria-label={t("show")} className="mb-6 flex flex-wrap gap-2">
        {copyStates.map((each) => (
          <ButtonLink
            key={each}
            href={at(each)}
            size="small"
            variant={each === state ? "plain" : "quiet"}
            aria-current={each === state ? "page" : undefined}
          >
            {t(`states.${each}`)}
          </ButtonLink>
        ))}
      </nav>
      {items.length === 0 ? (
        <EmptyState title={t(`emptyTitle.${state}`)}>{t(`empty.${state}`)}</EmptyState>
      ) : (
        <ul aria-label={t(`states.${state}`)} className="divide-y divide-line border-y border-line">
          {items.map((pair) => (
            <Line key={`${pair.id}-${pair.state}`} projectId={projectId} pair={pair} mayDecide={mayDecide} />
          ))}
        </ul>
      )}
      <Paging label={t("pages")} first={paged ? at(state) : undefined} next={next && pageAt(at(state), next)} />
    </Page>
  );
}

const nameOfState = { proposed: "proposedOf", confirmed: "confirmedOf", refused: "refusedOf" } as const;
const nameOfPair = { proposed: "pair", confirmed: "pairConfirmed", refused: "pairRefused" } as const;

function Line({ projectId, pair, mayDecide }: { projectId: string; pair: Copy; mayDecide: boolean }) {
  const t = useTranslations("copies");
  const { id, state, copy, original } = pair;
  const both = t(nameOfPair[state], { copy: copy.title, original: original.title });
  return (
    <li aria-label={both} className="grid gap-x-6 gap-y-3 py-4 lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 space-y-1">
        <End end={copy} />
        <p className="text-small text-ink-3">{t(nameOfState[state])}</p>
        <End end={original} />
        <Share pair={pair} />
        <Decided pair={pair} />
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <ButtonLink href={`/projects/${projectId}/copies/${id}`} size="small">
          {t("compare")}
        </ButtonLink>
        {mayDecide ? <Decide projectId={projectId} pair={pair} /> : null}
      </div>
    </li>
  );
}

/** A report of a pair: its title, outlet and day. */
export function End({ end: { reportId, title, outlet, published } }: { end: CopyEnd }) {
  return (
    <p className="min-w-0">
      <Link href={`/reports/${reportId}`} className="link font-medium">
        <bdi>{title}</bdi>
      </Link>
      <span className="text-small text-ink-3">
        {outlet ? (
          <>
            {" · "}
            <bdi>{outlet}</bdi>
          </>
        ) : null}
        {published ? (
          <>
            {" · "}
            <When value={published} />
          </>
        ) : null}
      </span>
    </p>
  );
}

/** Who decided last, and when. */
export function Decided({ pair: { byName, at } }: { pair: Copy }) {
  if (byName === undefined || at === undefined) return null;
  return (
    <p className="text-small text-ink-3">
      <Dotted facts={[byName, <When key="at" value={at} time />]} joint=", " />
    </p>
  );
}
