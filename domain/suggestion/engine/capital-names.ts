import { everyMatch } from "@/domain/text/every-match";

/** One word that begins with a capital, in UTF-16 units of the text it was found in. */
export interface CapitalWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** It opens a sentence or a line, where every word has a capital. */
  readonly opens: boolean;
}

const ARTICLES = "al|el|ar|as|ash|az|ad|at|an|ez|es|er|us|ul";
const PREFIX = `(?:(?:${ARTICLES}|bin|ibn|abu|umm|d)[-’']|(?:Al|El|Ar|As|Ash|Az|Ad|At|An|Ez|Es|Er|Abu|Umm|Bir|Port|Saint|St|Deir|Tel|Tal|Ras)-)`;
const BODY = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’‘ʿʼ](?![sS](?!\p{L}))[\p{L}\p{M}]+)*`;
const WORD = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}(?:\.\s?\p{Lu})+\.?|${PREFIX}?${BODY})(?![\p{L}\p{N}])`,
  "gu",
);
const OPENING = /(?:^|[.!?:…]["'”’)\]]*\s+|[\n\r]\s*|["“”«‘]\s?)$/;

/** The words of a text that begin with a capital, in order. */
export function capitalWords(text: string): CapitalWord[] {
  const found: CapitalWord[] = [];
  for (const match of everyMatch(text, WORD)) {
    const start = match.index;
    const opens = OPENING.test(text.slice(Math.max(0, start - 6), start));
    found.push({ start, end: start + match[0].length, word: match[0], opens });
  }
  return found;
}

/** A run of words that may be one name. */
export interface NameRun {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly opens: boolean;
  /** The capital words in it, by their place in the list. */
  readonly from: number;
  readonly to: number;
}

/** What may stand between the words of one name. */
const JOINED =
  /^(?: |-| & | (?:de|del|de la|la|du|des|di|da|do|dos|of|of the|upon|on|al|el|ul|and) |-(?:au|sur|en|de|la|le|les|upon|on|al|el|ez|e|i)-)$/;
const LONGEST = 5;

/** Every run of up to five capital words that stand together: what is looked up. */
export function nameRuns(text: string, words: readonly CapitalWord[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from];
    if (!first) continue;
    for (let to = from; to < Math.min(words.length, from + LONGEST); to += 1) {
      const [last, before] = [words[to], words[to - 1]];
      if (!last || (to > from && before && !JOINED.test(text.slice(before.end, last.start)))) break;
      runs.push({
        start: first.start,
        end: last.end,
        text: text.slice(first.start, last.end),
        opens: first.opens,
        from,
        to,
      });
    }
  }
  return runs;
}
