import type { Interval } from "@/domain/agreement/bootstrap";
import type { MeasureCard } from "@/domain/agreement/measure";
import { type Outcome, sentences } from "@/domain/agreement/outcome";

/** Two digits; a value that is not quite 1 is never written as 1. */
export function asWritten(value: number): string {
  const rounded = value.toFixed(2);
  if (rounded === "1.00" && value < 1) return "0.99";
  return rounded === "-0.00" ? "0.00" : rounded.replace("-", "−");
}

const shares: ReadonlySet<string> = new Set(["observed", "borderLabelAgreement"]);
const f1: Readonly<Record<string, string>> = {
  spanF1Exact: "with the same words and kind",
  spanF1Overlap: "with the same kind on some of the same words",
  spanF1Borders: "on exactly the same words, whatever its kind",
};

/** What a figure says, in plain words; without a number, why there is none. */
export function sentenceOf(
  { id, name }: Pick<MeasureCard, "id" | "name">,
  outcome: Outcome,
  { interval, reports }: { readonly interval: Interval | undefined; readonly reports: number },
): string {
  if (!outcome.known) return sentences[outcome.why];
  return `${meaning(id, name, outcome.value)} ${certainty(interval, reports)}`;
}

function meaning(id: string, name: string, value: number): string {
  const of100 = Math.round(value * 100);
  if (id === "observed")
    return `Any two people put ${of100} of 100 in the same category; some of that is due to chance.`;
  if (shares.has(id)) return `Where two people tagged the same words, ${of100} of 100 tags have the same kind.`;
  const found = f1[id];
  if (found !== undefined) return `Of 100 tags of one person, the other has about ${of100} ${found}.`;
  if (id === "cohenKappaMax")
    return `Given how often each person used each kind, κ could not be more than ${asWritten(value)}.`;
  if (value <= 0) return `${name} is ${asWritten(value)}: people agree no more than expected by chance.`;
  return `${name} is ${asWritten(value)}: ${of100}% of the way from chance to full agreement. ${verdict(value)}`;
}

/** The customary thresholds of Krippendorff 2004, p. 241; they are conventions, not laws. */
function verdict(value: number): string {
  if (value >= 0.8) return "By convention this is reliable (0.80 or more).";
  if (value >= 0.667) return "By convention this allows only tentative conclusions (0.67 to 0.80).";
  return "By convention this is too low to rely on (below 0.67).";
}

function certainty(interval: Interval | undefined, reports: number): string {
  if (reports < 2) return "It is based on one report, so its uncertainty can’t be estimated.";
  if (!interval) return `Its uncertainty can’t be estimated from ${reports} reports.`;
  return `The 95% interval from ${reports} reports is ${asWritten(interval.low)} to ${asWritten(interval.high)}.`;
}
