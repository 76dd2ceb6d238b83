import { everyMatch } from "@/domain/text/every-match";
import { SAYING, SPEAKER } from "./source-words";
import type { SourceFound } from "./sources";

/** A stretch of a sentence and who is said to have said it; UTF-16 units. */
export interface Saying {
  readonly start: number;
  readonly end: number;
  readonly source?: SourceFound;
}

/** "…, and said that …": the same source goes on. */
const GOES_ON =
  /,? and (?:also |further |later )?(?:said|added|stated|noted|stressed|warned|claimed|reported|confirmed) (?:that )?/g;

/**
 * Who said which part of a sentence: what follows a source and its verb, or stands before both; what no source is near is
 * told by the report itself.
 */
export function sayingsIn(
  text: string,
  sentence: { start: number; end: number },
  sources: readonly SourceFound[],
): Saying[] {
  const [source, ...others] = sources;
  if (!source) return [sentence];
  const { start, end } = sentence;
  const open = Math.min(source.start, source.cue.start);
  const close = Math.max(source.end, source.cue.end + toldTo(text, source.cue, end));
  const [before, after] = [text.slice(start, open), text.slice(close, end)];
  const isEnd = !/\p{L}{2}.*\p{L}{2}/su.test(after);
  if (isEnd && /\p{L}/u.test(before)) return [{ start, end: open, source }];
  const next = others[0];
  const until = next ? Math.min(next.start, next.cue.start) : end;
  const quoteBefore = source.rule === "after-verb" || (/["”’,]\s*$/u.test(before) && before.length > 25);
  const first: Saying[] = quoteBefore ? [{ start, end: open, source }] : [];
  const own = parted(text, { start: close, end: Math.max(close, until) }).map((part) => ({ ...part, source }));
  const rest = next ? sayingsIn(text, { start: until, end }, others) : [];
  return [...first, ...own, ...rest];
}

/** "Told the agency that": who was told is no part of it. */
const TOLD_TO = /^ (?:[\p{L}\p{M}'’-]+ ){1,6}?(?=that )/u;

function toldTo(text: string, { start, end }: { start: number; end: number }, stop: number): number {
  if (!text.slice(start, end).endsWith("told")) return 0;
  return TOLD_TO.exec(text.slice(end, stop))?.[0].length ?? 0;
}

/** Where somebody who was named before goes on: what is said, and the words that say so. */
export interface GoesOn {
  readonly start: number;
  readonly end: number;
  readonly cue: { readonly start: number; readonly end: number };
}

const DAY = String.raw`(?: on \p{Lu}\p{L}+day)?`;
const AGAIN = new RegExp(
  String.raw`^["“]?(?:(?:however|meanwhile|also|but|and),? )?(he|she|they|it) (?:(?:also|further|later|then|has|had|have) )*(?:(?:${SAYING})${DAY}(?= that(?!\p{L})|,? ["“])|(?:said|says|added)(?= (?!(?:nothing|so|no|yes|little|much|more|in|at|on|to|of|for|during|after|before|when|while|as|by|with)(?!\p{L}))\p{L}))`,
  "iu",
);
const AGAIN_AFTER = new RegExp(
  `(?:,["”’]*|["”’] ,) (he|she|they|it) (?:(?:also|further|later|then) )?(?:${SAYING})${DAY}["”’. ]*$`,
  "iu",
);

/** "He added that …", "…, they said": a pronoun that fits the last speaker, in a sentence that names none. */
export function goesOn(
  text: string,
  { start, end }: { start: number; end: number },
  speaker: string,
): GoesOn | undefined {
  const words = text.slice(start, end);
  const opens = AGAIN.exec(words);
  const found = opens ?? AGAIN_AFTER.exec(words);
  const pronoun = found?.[1];
  if (!found || pronoun === undefined || !fits(pronoun.toLowerCase(), speaker)) return undefined;
  const from = start + found.index + found[0].search(/\p{L}/u);
  const to = start + found.index + found[0].replace(/["”’. ]+$/u, "").length;
  return { cue: { start: from, end: to }, ...(opens ? { start: to, end } : { start, end: start + found.index }) };
}

const BODY =
  /(?:ministry|army|military|agency|observatory|group|organi[sz]ation|government|embassy|committee|council|court|newspaper|channel|website|outlet|network|union|party|force|command|statement|report|media|television|office|company|defen[cs]e|police)$/i;
const LETTERS = /(?<!\p{L})\p{Lu}{2,}$/u;
const MANY = /(?:[^s]s|people|police|media)$/i;

/** One person, several, or a body: whom a pronoun may stand for. */
function fits(pronoun: string, speaker: string): boolean {
  const head = speaker.replace(/ (?:in|of|from|at|for|with|close to) .*$/u, "");
  const isMany = MANY.test(head) && (SPEAKER.test(head) || /(?:^|\s)\p{Ll}+$/u.test(head));
  if (pronoun === "they") return isMany;
  return !isMany && (pronoun === "it") === (BODY.test(head) || LETTERS.test(head));
}

function parted(text: string, { start, end }: { start: number; end: number }): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = start;
  for (const match of everyMatch(text.slice(start, end), GOES_ON)) {
    parts.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  parts.push({ start: from, end });
  return parts;
}
