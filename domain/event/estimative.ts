/**
 * ICD 203 (2015), section D.6.e.2: the terms of likelihood in both of its columns, and the rule that confidence in a
 * judgement must not stand in one sentence with its likelihood.
 */
const likelihood =
  /\b(?:almost no chance|remote|very unlikely|highly improbable|unlikely|improbable|roughly even chance|roughly even odds|likely|probabl[ey]|very likely|highly probable|almost certain(?:ly)?|nearly certain)\b/i;
const confidence =
  /\b(?:low|moderate|high)(?:\s+(?:to|or)\s+(?:low|moderate|high))?[\s-]+confidence\b|\bconfiden(?:t|ce)\b/i;

/** The sentences of a note that mix how likely something is with how sure the writer is; each as it stands. */
export function mixedSentences(note: string): string[] {
  return note
    .split(/(?<=[.!?؟])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => likelihood.test(sentence) && confidence.test(sentence));
}
