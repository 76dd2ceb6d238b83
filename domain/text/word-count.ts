import { addressesIn } from "./addresses";
import { INVISIBLE } from "./invisible";
import { partsOf } from "./segmenter";

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}々〆〇ー]+/gu;
const NUMBER = String.raw`\p{Nd}+(?:[.,٫٬’'\u00a0\u2007\u2009\u202f]\p{Nd}+)*`;
const ACRONYM = String.raw`(?:\p{L}\.){2,}`;
const WORD = new RegExp(
  `${NUMBER}(?![\\p{L}\\p{N}])|${ACRONYM}|[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}${INVISIBLE}'’‐‑-]*[\\p{L}\\p{N}\\p{M}])?`,
  "gu",
);

/**
 * How many words a text has for people: what lists, assignments and figures of work say. A hyphenated name, a name with
 * its possessive, a number and a web address count once; symbols and punctuation do not. Scripts without spaces are
 * divided by the dictionaries of the platform, everything else by its letters, so that a long report counts quickly.
 */
export function countWords(text: string, language: string): number {
  let unspaced = 0;
  const spaced = withoutAddresses(text).replace(UNSPACED, (run) => {
    for (const { word } of partsOf(run, "word", language)) if (word) unspaced += 1;
    return " ";
  });
  return unspaced + (spaced.match(WORD)?.length ?? 0);
}

/** The text with a letter in the place of each address. */
function withoutAddresses(text: string): string {
  let plain = "";
  let from = 0;
  for (const { start, end } of addressesIn(text)) {
    plain += `${text.slice(from, start)} x `;
    from = end;
  }
  return plain + text.slice(from);
}
