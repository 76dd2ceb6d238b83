import { intervalOf } from "@/domain/agreement/bootstrap";
import type { Chance } from "@/domain/agreement/chance";
import { type GammaPart, gammaInSteps, gammaOfPart, gammaPartOf, poolGamma } from "@/domain/agreement/gamma";
import { gammaMeasure } from "@/domain/agreement/measures";
import { none, number, type Outcome } from "@/domain/agreement/outcome";
import type { AgreementFigure } from "@/domain/agreement/project/answer";
import { type ReportLayers, type Steps, spansOf } from "@/domain/agreement/project/layers";
import { cardOf, summaryOf } from "@/domain/agreement/project/measured";
import { sentenceOf } from "@/domain/agreement/project/sentence";

/** γ takes up to a second a report, so it looks at no more than this. */
export interface GammaLimits {
  readonly precision: number;
  readonly reports: number;
  /** Tags of both people together. */
  readonly tags: number;
}

/** γ over the reports that exactly two of the people tagged, as many as the limits allow. */
export function* gammaFigure(
  reports: readonly ReportLayers[],
  kinds: readonly string[],
  { limits, chance, resamples }: { readonly limits: GammaLimits; readonly chance: Chance; readonly resamples: number },
): Steps<AgreementFigure> {
  const ofTwo = reports.filter(({ layers }) => layers.length === 2);
  const tagsOn = ({ layers }: ReportLayers) => layers.reduce((total, { tags }) => total + tags.count, 0);
  const chosen = ofTwo.filter((report) => tagsOn(report) <= limits.tags).slice(0, limits.reports);
  const parts: GammaPart[] = [];
  let samples = 0;
  for (const report of chosen) {
    const raters = report.layers.map((layer) => spansOf(layer, kinds));
    const result = yield* gammaInSteps(raters, chance, { alwaysDraw: true, precision: limits.precision });
    if (result.known) samples += result.samples;
    parts.push(gammaPartOf(raters, result));
    yield;
  }
  const values = parts.map(gammaOfPart).flatMap((outcome) => (outcome.known ? [outcome.value] : []));
  const meanOf = (some: readonly number[]): Outcome =>
    some.length === 0
      ? none("no-report-has-a-number")
      : number(some.reduce((total, value) => total + value, 0) / some.length);
  const pooled = parts.length === 0 ? none("not-two-raters") : gammaOfPart(poolGamma(parts));
  const interval = intervalOf(parts, (drawn) => gammaOfPart(poolGamma(drawn)), chance, resamples);
  const seen = reports.reduce((total, report) => total + tagsOn(report), 0);
  return {
    ...cardOf(gammaMeasure),
    pooled: summaryOf(pooled, interval),
    meanOfReports: {
      ...summaryOf(meanOf(values), intervalOf(values, meanOf, chance, resamples)),
      reports: values.length,
    },
    coverage: { of: "units", used: chosen.reduce((total, report) => total + tagsOn(report), 0), seen },
    n: { reports: parts.length, raters: 2 },
    samples,
    precision: limits.precision,
    sentence: sentenceOf(gammaMeasure, pooled, { interval, reports: parts.length }),
  };
}
