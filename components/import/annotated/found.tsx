"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import type { Counted, ImportCheck } from "@/domain/import/annotated";

const counted = ["reports", "tags", "links", "comments", "entities"] as const;

/** What files hold: how much of what, and what can't be taken, each with its place. */
export function Found({ check }: { check: ImportCheck }) {
  const t = useTranslations("importAnnotated");
  const format = useFormatter();
  const { damage, setAside, byQuote, unread, strangers } = check;
  return (
    <section aria-labelledby="found" className="space-y-4">
      <h2 id="found" className="headline text-lead">
        {t("found")}
      </h2>
      {damage ? <Banner tone="bad">{t("damage", { place: placeIn(damage, t), reason: damage.reason })}</Banner> : null}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
        {counted.map((each) => (
          <div key={each}>
            <dt className="text-small text-ink-2">{t(`counts.${each}`)}</dt>
            <dd className="text-title tabular-nums">{format.number(check.counts[each])}</dd>
          </div>
        ))}
      </dl>
      <Examples title={t("setAside", { count: setAside.count })} counted={setAside}>
        {(each) => (
          <>
            <bdi className="font-medium break-all">{placeIn(each, t)}</bdi>: {each.reason}
          </>
        )}
      </Examples>
      {byQuote ? (
        <Examples title={t("byQuote", { count: byQuote.count })} counted={byQuote}>
          {(each) => (
            <>
              <bdi className="font-medium break-all">{placeIn(each, t)}</bdi>: <q>{each.quote}</q>
            </>
          )}
        </Examples>
      ) : null}
      <Examples title={t("strangers", { count: strangers.count })} counted={strangers}>
        {({ file }) => <bdi className="break-all">{file}</bdi>}
      </Examples>
      {unread.length > 0 ? (
        <div>
          <h3 className="font-medium">{t("unread")}</h3>
          <ul className="mt-1 list-disc ps-5 text-small">
            {unread.map(({ what, count }) => (
              <li key={what}>{t("unreadRow", { what, count })}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<"importAnnotated">>;

/** A file, and a line where there is one. */
export const placeIn = ({ file, line }: { file: string; line?: number }, t: Words): string =>
  line === undefined ? file : t("place", { file, line });

export function Examples<T>({
  title,
  counted: { count, examples },
  children,
}: {
  title: string;
  counted: Counted<T>;
  children: (example: T) => ReactNode;
}) {
  const t = useTranslations("importAnnotated");
  if (count === 0) return null;
  return (
    <details open={count <= 5}>
      <summary className="cursor-pointer font-medium">{title}</summary>
      {count > examples.length ? (
        <p className="mt-1 text-small text-ink-2">{t("examples", { count: examples.length })}</p>
      ) : null}
      <ul className="mt-1 list-disc space-y-1 ps-5 text-small">
        {examples.map((each) => (
          <li key={JSON.stringify(each)}>{children(each)}</li>
        ))}
      </ul>
    </details>
  );
}
