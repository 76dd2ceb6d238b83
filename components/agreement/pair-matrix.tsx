"use client";

import { useTranslations } from "use-intl";
import { type FigureWords, measured } from "@/components/agreement/words";
import { Scrollable } from "@/components/ui/scrollable";
import type { ProjectAgreement } from "@/domain/agreement/project/answer";

/** Every two people: the value, tinted by how high it is, and how many reports it rests on. */
export function PairMatrix({
  agreement,
  measure,
  words,
}: {
  agreement: ProjectAgreement;
  measure: string;
  words: FigureWords;
}) {
  const t = useTranslations("agreement");
  const { people } = agreement.about;
  const figureOf = (a: string, b: string) => {
    const pair = agreement.pairs.find(
      ({ first, second }) => (first === a && second === b) || (first === b && second === a),
    );
    return pair && { reports: pair.reports, figure: measured(pair.figures, measure) };
  };
  const name = measured(agreement.figures, measure)?.name ?? measure;
  return (
    <section aria-labelledby="pairs" className="min-w-0">
      <h2 id="pairs" className="headline text-title">
        {t("pairs")}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-small text-ink-2">{t("pairsLead", { name })}</p>
      <Scrollable label={t("pairs")} className="overflow-x-auto">
        <table className="border-separate border-spacing-1 text-small">
          <caption className="sr-only">{t("pairsLead", { name })}</caption>
          <thead>
            <tr>
              <td />
              {people.slice(1).map(({ id, name: own }) => (
                <th key={id} scope="col" className="max-w-28 px-1 pb-1 text-center font-medium text-ink-2">
                  <bdi>{own}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.slice(0, -1).map((row, at) => (
              <tr key={row.id}>
                <th scope="row" className="pe-2 text-end font-medium whitespace-nowrap text-ink-2">
                  <bdi>{row.name}</bdi>
                </th>
                {people.slice(1).map((column, place) => {
                  if (place < at) return <td key={column.id} />;
                  const found = figureOf(row.id, column.id);
                  const value = found?.figure?.pooled.value ?? null;
                  const interval = found?.figure?.pooled.interval;
                  return (
                    <td
                      key={column.id}
                      className="min-w-24 rounded-2 border border-line px-2 py-2 text-center"
                      style={value === null ? {} : { background: tint(value) }}
                      title={found?.figure?.sentence}
                    >
                      <span className={value === null ? "text-ink-3" : "text-base font-medium text-ink"}>
                        {words.written(value)}
                      </span>
                      {interval && found?.figure ? (
                        <span className="block text-tiny whitespace-nowrap text-ink">
                          {words.interval(found.figure)}
                        </span>
                      ) : null}
                      <span className="block text-tiny whitespace-nowrap text-ink">
                        {t("somePairs", { count: found?.reports ?? 0 })}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </section>
  );
}

/** From the page's ground at 0 to a third of the accent at 1, so that words stay legible on it. */
const tint = (value: number) =>
  `color-mix(in srgb, var(--accent) ${Math.round(Math.min(1, Math.max(0, value)) * 34)}%, var(--surface))`;
