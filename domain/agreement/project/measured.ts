import type { Interval } from "@/domain/agreement/bootstrap";
import type { MeasureCard } from "@/domain/agreement/measure";
import type { Outcome } from "@/domain/agreement/outcome";
import type { AgreementFigure, Value } from "@/domain/agreement/project/answer";
import type { SheetMeasure } from "@/domain/agreement/project/figures";
import type { Over } from "@/domain/agreement/project/resample";
import { sentenceOf } from "@/domain/agreement/project/sentence";
import type { Sheet } from "@/domain/agreement/project/sheet";

/** Where this app explains a measure; the page is made from the same cards. */
export const explainedAt = (measure: string): string => `/help/agreement#${measure}`;

/** A figure with all that it rests on. */
export function figureOf(
  { card, counts, coverage }: SheetMeasure,
  over: Over,
  { sheet, reports, raters }: { readonly sheet: Sheet; readonly reports: number; readonly raters: number },
): AgreementFigure {
  return {
    ...cardOf(card),
    pooled: summaryOf(over.pooled, over.pooledInterval),
    meanOfReports: { ...summaryOf(over.meanOfReports, over.meanInterval), reports: over.reportsWithNumber },
    coverage: { of: counts, ...rounded(coverage(sheet)) },
    n: { reports, raters },
    sentence: sentenceOf(card, over.pooled, { interval: over.pooledInterval, reports }),
  };
}

export function cardOf(card: MeasureCard) {
  const { id, name, definition, source } = card;
  return { measure: id, name, definition, explained: explainedAt(id), source: source.link };
}

export function summaryOf(outcome: Outcome, interval: Interval | undefined): Value {
  return {
    value: outcome.known ? outcome.value : null,
    ...(outcome.known ? {} : { why: outcome.why }),
    ...(outcome.known && interval ? { interval } : {}),
  };
}

/** Sums of shares are whole numbers but for their last digits. */
const rounded = ({ used, seen }: { readonly used: number; readonly seen: number }) => ({
  used: Math.round(used),
  seen: Math.round(seen),
});
