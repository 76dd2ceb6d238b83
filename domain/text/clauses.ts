import { boundariesOf } from "./boundaries";
import { type Utf16Range, utf16 } from "./offsets";

/** What ends a clause besides its sentence: not within a number, a name or a time ("1,200", "12:30"). */
const BREAK = /[,;:،؛、，；：](?=[\s"'”’»)\]]|$)|\s[–—-](?=\s)|—|[([]|[)\]](?=[\s,;:.])|[“«](?=\S)|[”»]/gu;

/** Words before which a clause begins, by language: they join sentences and open subordinate ones. */
const openers: Record<string, string> = {
  en: "after although and as because before but if or since so that though to unless until when where whereas which while who whose",
  fr: "afin alors après avant car comme dont et lorsque mais où ou parce puis puisque quand que qui si",
  es: "aunque como cuando donde e mientras o para pero porque pues que quien si sin u y",
  de: "aber als bevor da damit dass denn nachdem ob obwohl oder sobald sondern und während weil wenn wo",
  ar: "الذي التي الذين أن إن بعد حين عندما فيما قبل كما لكن لأن مما و",
};

const words = new Map(Object.entries(openers).map(([language, list]) => [language, new Set(list.split(" "))]));

/**
 * The clauses of a block in UTF-16 units, in order, each from its first word to its last: what the keyboard takes at a
 * step when a word is too little and a sentence too much. Punctuation ends one, and so does a word that opens the next.
 * Two openers in a row open one, and a clause is never an opener alone.
 */
export function clausesOf(block: string, locale = "und"): Utf16Range[] {
  const { stops, sentences } = boundariesOf(block, locale);
  const opening = words.get(locale.split("-")[0] ?? "");
  const breaks = [...block.matchAll(BREAK)].map(({ index }) => index);
  const clauses: { start: number; end: number; opened: boolean }[] = [];
  let at = 0;
  let broken = 0;
  for (const { start, end } of stops) {
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const sentence = sentences[at]?.start ?? 0;
    const last = clauses.at(-1);
    const opens = opening?.has(block.slice(start, end).toLocaleLowerCase(locale)) ?? false;
    while ((breaks[broken] ?? Number.POSITIVE_INFINITY) < (last?.end ?? 0)) broken += 1;
    const apart = !last || last.start < sentence || (breaks[broken] ?? Number.POSITIVE_INFINITY) < start;
    if (apart) clauses.push({ start, end, opened: opens });
    else if (opens && !last.opened) clauses.push({ start, end, opened: true });
    else Object.assign(last, { end, opened: last.opened && opens });
  }
  return clauses.map(({ start, end }) => ({ start: utf16(start), end: utf16(end) }));
}
