import { everyMatch } from "@/domain/text/every-match";
import { ACCORDING, ADVERBS, ARABIC_SOURCES, INVERTED, NOT_SAID, SAID, SPEAKER, STOPS } from "./source-words";

/** Who is said to speak, and the words that say so; UTF-16 units of the text. */
export interface SourceFound {
  readonly start: number;
  readonly end: number;
  readonly rule: (typeof sourceRules)[number];
  /** "said", "according to": from where to where. */
  readonly cue: { readonly start: number; readonly end: number };
}

export const sourceRules = ["before-verb", "according-to", "after-verb", "named", "arabic-verb"] as const;

/** The sources that are named or described in one sentence of a text. */
export function sourcesIn(text: string, sentence: { start: number; end: number }, language: string): SourceFound[] {
  const words = text.slice(sentence.start, sentence.end);
  const found = /^ar\b/i.test(language)
    ? arabic(words)
    : [...beforeVerbs(words), ...accordingTo(words), ...inverted(words)];
  const once = new Map(found.map((each) => [each.start, each]));
  return [...once.values()]
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, rule, cue }) => {
      const said = { start: cue.start + sentence.start, end: cue.end + sentence.start };
      return { start: start + sentence.start, end: end + sentence.start, rule, cue: said };
    });
}

const MOST_WORDS = 9;
const NAME = /^(?:(?:the|The) )?(?:\p{Lu}[\p{L}\p{M}'’.-]*(?: |$)(?:(?:of|the|al|bin|and|de) )*){1,7}$/u;
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|this|that|these|those|who|which|there|one|some|many|others|most|people|nobody|no one|nothing|somebody|someone|everybody|everyone|anybody|anyone)$/i;

/** ", who asked not to be named,": it stands between who speaks and the verb. */
const ASIDE = /, (?:who|speaking|citing|on condition|under condition)(?: [\p{L}\p{N}'’-]+){1,9},?\s*$/u;

function beforeVerbs(words: string): SourceFound[] {
  return everyMatch(words, SAID).flatMap((match) => {
    const verb = match.index;
    const close = verb - (ADVERBS.exec(words.slice(0, verb))?.[0].length ?? 0);
    const end = close - (ASIDE.exec(words.slice(0, close))?.[0].length ?? 0);
    const trimmed = words.slice(0, end).trimEnd();
    const start = subjectStart(trimmed);
    const subject = trimmed.slice(start);
    const isSure = SURELY.test(match[0]) || words.startsWith(" that ", verb + match[0].length);
    const rule = speakerRule(subject) ?? (isSure && isNounPhrase(subject) ? "before-verb" : undefined);
    if (!rule || NOT_SAID.test(words.slice(0, verb))) return [];
    const adverb = /(?:further|also|later|earlier|previously|again) $/.exec(words.slice(0, verb))?.[0].length ?? 0;
    return [{ start, end: trimmed.length, rule, cue: { start: verb - adverb, end: verb + match[0].length } }];
  });
}

/** Where the subject begins that ends with the words: after the last thing that it can't go over. */
function subjectStart(words: string): number {
  const stop = everyMatch(words, STOPS)
    .filter(({ index, 0: mark }) => !(mark === "." && /\b\p{Lu}\p{L}{0,3}$/u.test(words.slice(0, index))))
    .at(-1);
  let start = stop ? stop.index + stop[0].length : 0;
  start += /^[\s"“”'‘’]*/.exec(words.slice(start))?.[0].length ?? 0;
  return start;
}

/** A verb of its own: no subject. */
const BUSY = /(?<!\p{L})(?:was|were|is|are|had|has|have|did|will|would|be|been)(?!\p{L})/u;

function speakerRule(subject: string): "before-verb" | "named" | undefined {
  if (subject === "" || subject.split(/\s+/).length > MOST_WORDS || PRONOUN.test(subject)) return undefined;
  if (BUSY.test(subject)) return undefined;
  if (SPEAKER.test(subject)) return "before-verb";
  const bare = subject.replace(/ (?:in|of|from|at|for) .*$/u, "");
  if (bare !== subject && SPEAKER.test(bare)) return "before-verb";
  return NAME.test(subject) ? "named" : undefined;
}

/** Nobody but who speaks stands before these, whatever their trade. */
const SURELY = /(?:^| )(?:said|says|told|added|adds)$/;
const COUNTED =
  /^(?:(?:the|a|an|this|that|these|those|his|her|its|their|our|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|other|both|all|another|\p{N}+)(?: of (?:the|his|her|its|their|our))?) (?:[\p{L}\p{N}'’-]+ ){0,6}?\p{L}+$/iu;
const SEVERAL =
  /^(?:\p{L}[\p{Ll}-]* ){0,3}?\p{L}\p{Ll}*(?:[^s\P{Ll}]s|men|women|people)(?: (?:in|of|from|at|for|on) .+)?$/u;

/** "Two crew members", "traders in Port Sudan": a noun with what counts or describes it, and no pronoun at its end. */
function isNounPhrase(subject: string): boolean {
  if (subject.split(/\s+/).length > MOST_WORDS || BUSY.test(subject) || LAST_PRONOUN.test(subject)) return false;
  return !PRONOUN.test(subject) && (COUNTED.test(subject) || SEVERAL.test(subject));
}
const LAST_PRONOUN = /(?:^|\s)(?:he|she|it|they|we|i|you|this|that|which|who)$/i;

const ENDS =
  /[,;:.!?"“”()—–]|(?<!\p{L})(?:that|which|who|and the|has|have|was|were|is|are|on \p{Lu}\p{L}+day)(?!\p{L})/u;

function accordingTo(words: string): SourceFound[] {
  return everyMatch(words, ACCORDING).flatMap((match) => {
    const start = match.index + match[0].length;
    const rest = words.slice(start);
    const stop = ENDS.exec(rest.replace(/(?<=\b\p{Lu}\p{L}{0,3})\./gu, " "))?.index ?? rest.length;
    const quote = rest.slice(0, stop).trimEnd();
    if (quote === "" || quote.split(/\s+/).length > MOST_WORDS + 3 || PRONOUN.test(quote)) return [];
    return [
      { start, end: start + quote.length, rule: "according-to" as const, cue: { start: match.index, end: start - 1 } },
    ];
  });
}

function inverted(words: string): SourceFound[] {
  return everyMatch(words, INVERTED).flatMap((match) => {
    const start = match.index + match[0].length;
    const rest = words.slice(start);
    const quote = rest.slice(0, ENDS.exec(rest)?.index ?? rest.length).trimEnd();
    const isSaid = /(?:^| )(?:said|says|added|adds) $/.test(match[0]);
    if (!speakerRule(quote) && !(isSaid && isNounPhrase(quote))) return [];
    const verb = match.index + (/\p{L}/u.exec(match[0])?.index ?? 0);
    return [{ start, end: start + quote.length, rule: "after-verb" as const, cue: { start: verb, end: start - 1 } }];
  });
}

function arabic(words: string): SourceFound[] {
  return everyMatch(words, ARABIC_SOURCES).map((match) => {
    const quote = match[1] ?? "";
    const end = match.index + match[0].length;
    const start = end - quote.length;
    return { start, end, rule: "arabic-verb" as const, cue: { start: match.index, end: start - 1 } };
  });
}
