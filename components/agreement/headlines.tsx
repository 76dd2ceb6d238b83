"use client";

import { scaleLinear } from "@visx/scale";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { type FigureWords, measured } from "@/components/agreement/words";
import type { AgreementFigure, ProjectAgreement } from "@/domain/agreement/project/answer";

const headlines = ["krippendorffAlphaNominal", "spanF1Overlap", "spanF1Exact", "borderLabelAgreement"];

/** Chance is taken off of these, so the customary thresholds are for them. */
const corrected: ReadonlySet<string> = new Set(["krippendorffAlphaNominal"]);

/** The figures that stand for the others: each with its interval, what it says, and what it rests on. */
export function Headlines({ agreement, words }: { agreement: ProjectAgreement; words: FigureWords }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {headlines.map((measure) => {
        const figure = measured(agreement.figures, measure);
        return figure ? (
          <li key={measure} className="rounded-3 border border-line bg-surface p-5">
            <Headline figure={figure} words={words} />
          </li>
        ) : null;
      })}
    </ul>
  );
}

function Headline({ figure, words }: { figure: AgreementFigure; words: FigureWords }) {
  const t = useTranslations("agreement");
  const { pooled, meanOfReports } = figure;
  return (
    <article aria-label={figure.name}>
      <h3 className="text-small font-medium text-ink-2">{figure.name}</h3>
      <p className="mt-1 flex items-baseline gap-3" data-figures>
        <span className={pooled.value === null ? "headline text-lead text-ink-3" : "headline text-display"}>
          {words.written(pooled.value)}
        </span>
        {pooled.interval ? (
          <span className="text-small text-ink-2">
            {words.interval(figure)} <span className="text-ink-3">· {t("interval")}</span>
          </span>
        ) : null}
      </p>
      {pooled.value === null ? null : (
        <Whisker
          value={pooled.value}
          low={pooled.interval?.low}
          high={pooled.interval?.high}
          ticks={corrected.has(figure.measure) ? [0, 0.667, 0.8, 1] : [0, 0.5, 1]}
        />
      )}
      <p className="mt-3 max-w-prose">{figure.sentence}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-small text-ink-2">
        <dt className="text-ink-3">{t("coverageName")}</dt>
        <dd>{words.coverage(figure)}</dd>
        <dt className="text-ink-3">{t("n")}</dt>
        <dd>{words.n(figure)}</dd>
        {meanOfReports.value === null ? null : (
          <>
            <dt className="text-ink-3">{t("meanOfReports")}</dt>
            <dd>{t("meanValue", { value: words.written(meanOfReports.value), reports: meanOfReports.reports })}</dd>
          </>
        )}
      </dl>
      <details className="mt-3 text-small">
        <summary className="text-ink-2 hover:text-ink">{t("definition", { name: figure.name })}</summary>
        <p className="mt-1.5 text-ink-2">
          {figure.definition}{" "}
          <Link href={figure.explained} className="link">
            {t("more")}
          </Link>
        </p>
      </details>
    </article>
  );
}

/** The value on the way from 0 to 1, its interval around it. */
function Whisker({
  value,
  low,
  high,
  ticks,
}: {
  value: number;
  low: number | undefined;
  high: number | undefined;
  ticks: readonly number[];
}) {
  const x = scaleLinear({ domain: [Math.min(0, low ?? 0, value), 1], range: [4, 316], clamp: true });
  return (
    <svg viewBox="0 0 320 16" className="mt-2 h-4 w-full max-w-xs" aria-hidden="true" direction="ltr">
      <line x1={x(0)} x2={x(1)} y1={8} y2={8} className="stroke-line-strong" />
      {ticks.map((tick) => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1={4} y2={12} className="stroke-line-strong" />
      ))}
      {low === undefined || high === undefined ? null : (
        <line
          x1={x(low)}
          x2={x(high)}
          y1={8}
          y2={8}
          strokeWidth={5}
          strokeLinecap="round"
          className="stroke-accent opacity-35"
        />
      )}
      <circle cx={x(value)} cy={8} r={4.5} className="fill-accent" />
    </svg>
  );
}
