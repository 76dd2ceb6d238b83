import { folded, withoutArticle } from "@/domain/search/fold";

/** What stands at one place of a text: the words it is found by, and where it is written (UTF-16 units). */
export type Place = { terms: readonly string[]; start: number; end: number };

/** Scripts that put no space between words: each letter is a place of its own, and words of them are phrases. */
const UNSPACED = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}々〆〇ー";
const INSIDE = "\\p{L}\\p{N}\\p{M}\\p{Cf}'’ʼʿʾ";
const TOKEN = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])(?:(?![${UNSPACED}])[${INSIDE}])*`,
  "gu",
);
const POSSESSIVE = /['’]s$/iu;
const ELIDED = /^(?:\p{L}{1,2}|[jlp]?[ou]?[iu]?squ|qu)['’ʼ](?=\p{L}{2})/iu;
const TIE = /^[-‐‑–.]$/u;
/** Longer runs of letters are no words of any language, and PostgreSQL takes none over 2 KB. */
const LONGEST = 100;

/**
 * The places of a text in order. A hyphenated name is found by its parts and as one word ("S-300" by S 300, S-300 and
 * S300); a French or Italian word by itself and with what is elided before it; an Arabic one with and without article.
 */
export function placesOf(text: string): Place[] {
  const places: { terms: readonly string[]; start: number; end: number }[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const terms = termsOf(found);
    if (terms.length === 0) continue;
    const last = places.at(-1);
    const [term] = terms;
    if (last && term !== undefined && TIE.test(text.slice(last.end, index))) {
      const joined = `${last.terms[0]}${term}`;
      if (joined.length <= LONGEST && !last.terms.includes(joined)) last.terms = [...last.terms, joined];
    }
    places.push({ terms, start: index, end: index + found.length });
  }
  return places;
}

/** Words come again and again: what they are found by is worked out once, for so many of them at a time. */
const mostKnown = 50_000;
const known = new Map<string, readonly string[]>();

function termsOf(token: string): readonly string[] {
  const before = known.get(token);
  if (before) return before;
  const terms = makeTerms(token);
  if (known.size >= mostKnown) known.clear();
  known.set(token, terms);
  return terms;
}

/** What one token is found by, its own word first; nothing where nothing is left of it. */
function makeTerms(token: string): string[] {
  const word = folded(token.replace(POSSESSIVE, ""));
  const rest = ELIDED.test(token) ? folded(token.replace(ELIDED, "").replace(POSSESSIVE, "")) : undefined;
  const all = [word, withoutArticle(word), rest];
  return [...new Set(all.flatMap((term) => (term ? [[...term].slice(0, LONGEST).join("")] : [])))];
}
