import { everyMatch } from "@/domain/text/every-match";
import { untilThat } from "./arabic-that";

/** A part of a sentence that says one thing, in UTF-16 units of the text it stands in. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly rule: (typeof claimRules)[number];
}

export const claimRules = [
  "said",
  "told",
  "purpose",
  "participle",
  "and-verb",
  "relative",
  "taken-for-granted",
] as const;

const LEAD =
  /^[^\p{L}\p{N}]*(?:(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in the meantime|meanwhile|meantime|however|moreover|also|in addition|later|earlier|yesterday|today),? ?)*(?:that,? |how )?[\s"“,]*(?:(?:in the meantime|meanwhile|meantime),? )?/iu;
const OPENING =
  /^(?:In the meantime|Meanwhile|Meantime|However|Moreover|In addition|Also|But|And|Following [^,]{3,80}|It (?:seems|appears) that(?: following [^,]{3,80},)?),? /;
/** Where and when a report was sent from, before its first words. */
const DATELINE = /^\p{Lu}[\p{Lu}\p{M} '’-]+(?:, [^–—()]{1,40}?)? ?(?:\([^)]{1,60}\))? ?[–—] /u;
const TRAIL = /[\s,;:.!?"“”'’)،؛؟»]/;

const COMPLEMENT =
  /(?:^|\s)(?:managed?s?|intend(?:s|ed)?|plan(?:s|ned|ning)?|was|is|are|were|be|been|expected|prepar\w+|able|unable|going|want\w*|continu(?:e|es|ing)|beg[aiu]n\w*|start(?:s|ed)?|seek\w*|sought|vow\w*|threaten\w*|agree\w*|decid\w*|tr(?:y|ies|ied|ying)|refus\w+|used|has|have|had|likely|unlikely|set|need\w*|due|about|ready|order\w*|allow\w*|ask\w*|told|urg\w+|forc\w+|help\w*|fail\w*|attempt\w*|promis\w+|pledg\w+|hop\w+|claim\w*|appear\w*|seem\w*|required|call\w*|right|chance|ability|wish\w*|leading|according|close|next|prior|up|as|responsible|access|thanks|intention|plans|appealed|appeals?|want)\s$/i;
const PURPOSE =
  /(?:,? ?(?:in order|so as))? to (?!the\b|a\b|an\b|its\b|their\b|his\b|her\b|our\b|this\b|that\b|these\b|those\b|all\b|other\b|some\b|be\b|date\b|\d|(?!focus)[a-z]+[^s\W]s\b)(?=[a-z]{2,}|(?:Open|Lift|Drive|Retake|End|Take|Stop|Help|Keep|Win|Cut|Free|Secure|Capture|Break|Join|Build|Block|Reach)\b)/g;
/** Before "to", these say what something is for, so that it stays part of the claim. */
export const FOR =
  /(?:operations?|campaigns?|efforts?|bid|missions?|offensives?|order|decision|move|moves|attacks?|way) $/i;
/** "Paved the way for them to return": what follows is what became possible, and part of the claim. */
export const ENABLES =
  /\b(?:(?:pav|clear|open|prepar|smooth)(?:e|es|ed|ing|s)? (?:the|a) (?:way|ground|path|road|door)|(?:way|ground|path|road|door) (?:[a-z]+ ){0,4}(?:paved|cleared|opened|prepared)|(?:possible|easier)) for /i;
const PARTICIPLE =
  /, (?:thus |thereby |and )?(?=(?!(?:including|according|following|regarding|concerning|during|being|having|excluding|saying|adding|citing|noting|quoting|nothing|something|anything|everything|morning|evening)\b)[a-z]{3,}ing\b)/g;
const FINITE =
  /,? (?:and|but)(?: also| then| later)? (?=(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|took|left|made|began|went|came|held|lost|won|said|killed|wounded|injured|captured|seized|destroyed|open|win|arrested|attacked|fired|hit|struck|[a-z]{3,}ed)\b)/g;
const RELATIVE =
  /(?:,? (?:which|who)|(?<=[a-z]) that) (?=(?:is|are|was|were|has|have|had|will|would|can|could|overlooks?|includes?|took|left|killed|[a-z]{3,}ed)\b)/g;
const GRANTED =
  /\b(?:thanks to|despite|in spite of|because of|due to|owing to|amid|as a result of|ending|ended) (?=(?:the |an? )?[\p{L}-]+(?:['’]s|s['’]) )/giu;
const NOMINAL =
  /(?<![\p{L}\p{N}])(?:(?:(?:the |an? )(?:[\p{L}-]+ )?[\p{L}-]+|\p{Lu}[\p{L}-]+)(?:['’]s|s['’])) (?:repeated |military |continued |ongoing |recent )?(?:siege|presence|control|attacks?|operations?|occupation|blockade|rule|offensive|advances?|withdrawal|raids?|shelling|bombardment) (?:on|of|over|in|to|against|at)\b/gu;

/** Shorter than this says nothing by itself, in UTF-16 units. */
const SHORTEST = 12;
/** Arabic writes no short vowels, and joins its small words to the next. */
const SHORTEST_ARABIC = 8;

/**
 * What a stretch of a sentence says, taken apart: what was said or told first, then purposes, participles, second verbs,
 * relative clauses, and what is taken for granted. English; in other languages the stretch is one clause, which in Arabic
 * begins after its إن.
 */
export function clausesIn(
  text: string,
  stretch: { start: number; end: number },
  isSaid: boolean,
  language: string,
): Clause[] {
  const { start, end } = trimmed(text, stretch);
  const rule = isSaid ? "said" : "told";
  if (!/^en\b/i.test(language)) {
    const isArabic = /^ar\b/i.test(language);
    const from = start + (isSaid && isArabic ? untilThat(text.slice(start, end)) : 0);
    return end - from >= (isArabic ? SHORTEST_ARABIC : SHORTEST) ? [{ start: from, end, rule }] : [];
  }
  if (end - start < SHORTEST) return [];
  const granted = grantedIn(text, { start, end });
  const opening = granted.find((each) => text.slice(start, each.start).length < 14 && text[each.end] === ",");
  const from = opening ? trimmed(text, { start: opening.end + 1, end }).start : start;
  const cuts = cutsIn(text, { start: from, end });
  const first = cuts.find(({ keeps }) => !keeps);
  const main: Clause = { start: from, end: first?.at ?? end, rule };
  const rest = cuts.map((cut, at): Clause => {
    const next = cuts.slice(at + 1).find(({ rule: other }) => other !== "relative" || cut.rule === "relative");
    return { start: cut.from, end: next?.at ?? end, rule: cut.rule };
  });
  return [main, ...rest, ...granted].map((each) => within(text, each)).filter(saysSomething);
}

function within(text: string, clause: Clause): Clause {
  const { start, end } = trimmed(text, clause, false);
  return { start, end, rule: clause.rule };
}

const saysSomething = ({ start, end }: Clause) => end - start >= SHORTEST;

type Cut = { at: number; from: number; rule: Clause["rule"]; keeps: boolean };

/** Where something else begins to be said; `keeps`: what stands before goes on over it. */
function cutsIn(text: string, { start, end }: { start: number; end: number }): Cut[] {
  const words = text.slice(start, end);
  let enabled = ENABLES.exec(words)?.index ?? Number.POSITIVE_INFINITY;
  const cuts = [
    ...everyMatch(words, PURPOSE).flatMap((match): Cut[] => {
      const before = words.slice(0, match.index + 1);
      if (match.index === 0 || COMPLEMENT.test(before)) return [];
      if (match.index > enabled) {
        enabled = Number.POSITIVE_INFINITY;
        return [];
      }
      const from = match.index + match[0].indexOf("to ");
      return [{ at: match.index, from, rule: "purpose", keeps: FOR.test(before) }];
    }),
    ...found(words, PARTICIPLE, "participle", false),
    ...found(words, FINITE, "and-verb", false),
    ...found(words, RELATIVE, "relative", false),
  ];
  return cuts
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, from, rule, keeps }) => ({ at: at + start, from: from + start, rule, keeps }));
}

const found = (words: string, pattern: RegExp, rule: Clause["rule"], keeps: boolean): Cut[] =>
  everyMatch(words, pattern).map((match) => ({ at: match.index, from: match.index + match[0].length, rule, keeps }));

function grantedIn(text: string, { start, end }: { start: number; end: number }): Clause[] {
  const words = text.slice(start, end);
  // Both begin with whose it is.
  if (!/['’]/.test(words)) return [];
  const after = everyMatch(words, GRANTED).map(({ index, 0: cue }) => index + cue.length);
  const nominal = everyMatch(words, NOMINAL).map(({ index }) => index);
  const starts = [...new Set([...after, ...nominal])].toSorted((a, b) => a - b);
  return starts
    .filter((at, index) => index === 0 || at - (starts[index - 1] ?? 0) > 6)
    .map((at) => {
      const stop = /[,;:.]/.exec(words.slice(at))?.index ?? words.length - at;
      return { start: start + at, end: start + at + stop, rule: "taken-for-granted" };
    });
}

/** Without what only leads to a claim, and without the punctuation around it. */
function trimmed(
  text: string,
  { start, end }: { start: number; end: number },
  leads = true,
): { start: number; end: number } {
  const whole = text.slice(start, end);
  const line = leads ? (DATELINE.exec(whole)?.[0].length ?? 0) : 0;
  const words = whole.slice(line);
  const lead = leads ? (LEAD.exec(words)?.[0].length ?? 0) : words.length - words.trimStart().length;
  const opening = leads ? (OPENING.exec(words.slice(lead))?.[0].length ?? 0) : 0;
  const from = start + line + lead + opening;
  let to = Math.max(from, end);
  while (to > from && TRAIL.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
