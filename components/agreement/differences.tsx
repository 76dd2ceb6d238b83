"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import type { FigureWords } from "@/components/agreement/words";
import { Glyph } from "@/components/tag/glyph";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";
import { nothing } from "@/domain/agreement/project/nothing";
import { isCoreKind } from "@/domain/kind-values";

/** What is taken for what, most often first, and places that show it, each one click from the tag in the text. */
export function Differences({ agreement, words }: { agreement: ProjectAgreement; words: FigureWords }) {
  const t = useTranslations("agreement");
  return (
    <section aria-labelledby="differences" className="min-w-0">
      <h2 id="differences" className="headline text-title">
        {t("confused")}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-small text-ink-2">{t("confusedLead")}</p>
      {agreement.confused.length === 0 ? (
        <p className="text-ink-2">{t(agreement.about.tags === 0 ? "nothingTagged" : "noDifferences")}</p>
      ) : null}
      <ol className="divide-y divide-line border-y border-line">
        {agreement.confused.slice(0, 12).map(({ labels, count, places }) => (
          <li key={labels.join(" ")} className="grid gap-x-6 gap-y-2 py-3.5 sm:grid-cols-[15rem_minmax(0,1fr)]">
            <h3 className="text-small font-medium">
              <Labels labels={labels} words={words} />
              <span className="block font-normal text-ink-3">{t("times", { count })}</span>
            </h3>
            <ul className="space-y-1 text-small">
              {places.map((place) => (
                <li key={`${place.reportId} ${place.tagIds.join(" ")}`} className="flex min-w-0 flex-wrap gap-x-3">
                  <bdi className="min-w-0 truncate text-ink-2">{place.title}</bdi>
                  <span className="flex min-w-0 flex-wrap gap-x-3">
                    {place.tagIds.map((tag, at) =>
                      tag === null ? null : (
                        <Link
                          key={tag}
                          prefetch={false}
                          href={`/reports/${place.reportId}?tag=${tag}`}
                          className="link min-w-0"
                        >
                          <bdi className="font-serif">“{place.quotes[at] ?? "…"}”</bdi>{" "}
                          <bdi className="text-ink-2">{words.person(place.people[at] ?? "")}</bdi>
                        </Link>
                      ),
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Labels({ labels, words }: { labels: readonly string[]; words: FigureWords }) {
  const t = useTranslations("agreement");
  const real = labels.filter((label) => label !== nothing);
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {real.map((label, at) => (
        <span key={label} className="inline-flex items-center gap-1.5">
          {at > 0 ? <span className="text-ink-3">/</span> : null}
          <Glyph kind={isCoreKind(label) ? label : "custom"} />
          {real.length === 1 ? t("onlyOne", { label: words.kind(label) }) : words.kind(label)}
        </span>
      ))}
    </span>
  );
}
