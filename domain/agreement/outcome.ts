/** Why a measure has no number. Closed: whoever shows a measure must have words for each of them. */
export type WhyNoNumber =
  | "nobody-tagged"
  | "one-rater"
  | "not-two-raters"
  | "no-overlap"
  | "one-category"
  | "not-numbers"
  | "not-ratio-scale"
  | "no-matching-borders"
  | "nothing-aligned"
  | "no-chance-disorder"
  | "too-many-alignments"
  | "no-report-has-a-number";

/** A measure's answer: a number, or the reason there is none. Never NaN. */
export type Outcome =
  | { readonly known: true; readonly value: number }
  | { readonly known: false; readonly why: WhyNoNumber };

export function number(value: number): Outcome {
  return { known: true, value };
}

export function none(why: WhyNoNumber): Outcome {
  return { known: false, why };
}

/** (observed − expected) / (1 − expected): the share of the agreement that chance left over. */
export function beyondChance(observed: number, expected: number): Outcome {
  return expected >= 1 ? none("one-category") : number((observed - expected) / (1 - expected));
}

/** A plain sentence for people, in English. */
export const sentences: Readonly<Record<WhyNoNumber, string>> = {
  "nobody-tagged": "Nobody tagged anything, so there is nothing to agree on.",
  "one-rater": "Only one person rated this, so there is nobody to agree with.",
  "not-two-raters": "This measure compares exactly two raters.",
  "no-overlap": "No item was rated by two or more people.",
  "one-category": "Everyone used the same category, so agreement can’t be distinguished from chance.",
  "not-numbers": "The categories are not numbers, so there is no distance between them.",
  "not-ratio-scale": "A ratio scale has no negative values.",
  "no-matching-borders": "No two spans have the same borders, so there are no kinds to compare.",
  "nothing-aligned": "No two people's units are aligned here, so there are no kinds to compare.",
  "no-chance-disorder": "Even random tagging would agree perfectly here, so there is no chance level to correct for.",
  "too-many-alignments": "There are too many ways to align these tags to prove which one is best.",
  "no-report-has-a-number": "No single report has a number for this measure.",
};
