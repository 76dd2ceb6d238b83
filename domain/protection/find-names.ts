import { isArabic, skeletonOf, wordKey } from "@/domain/protection/romanised";
import { withoutArticle } from "@/domain/search/fold";

/** A place in a text, in UTF-16 units, and the name that stands there. */
export type FoundName = { start: number; end: number; name: string };

export type NameFinder = {
  /** Where these names stand, in order and never overlapping; a word is found whole. */
  find(text: string): FoundName[];
};

const SIGNS = "'’‘ʼʾʿ`´′";
const LETTER = String.raw`\p{L}\p{M}\p{N}\p{Cf}\u0640`;
const WORD = new RegExp(`[\\p{L}\\p{N}][${LETTER}]*(?:[${SIGNS}][${LETTER}]+)*`, "gu");
const POSSESSIVE = new RegExp(`[${SIGNS}][sS]?$`, "u");
const ARTICLES = new Set("al el ul ad ar as ash at az ed er es esh et ez an en edh adh ath".split(" "));
const PREFIXED = /^[وفبلك](?=\p{sc=Arabic}{3})/u;
/** Separators between words of one name: UTF-16 units. */
const mostBetween = 4;
/** Fewer consonants than this say too little for a name in another script to be recognised by them. */
const leastSkeleton = 4;
/** Words whose keys are remembered. */
const mostKept = 100_000;

type Word = { start: number; end: number; keys: readonly string[]; article: boolean };

/** Looks for names however they are spelled: folded as names of places are, and between Latin, Cyrillic, Greek and Arabic. */
export function nameFinder(names: readonly string[]): NameFinder {
  const byKey = spellings();
  const arabicByLatin = spellings();
  const latinByArabic = spellings();
  for (const name of new Set(names)) {
    const words = wordsIn(name);
    const telling = words.filter(({ article }) => !article);
    const key = keysOf(telling).join("");
    if (key === "") continue;
    byKey.add(key, name);
    byKey.add(keysOf(words).join(""), name);
    const skeleton = keysOf(telling).map(skeletonOf).join("");
    if (skeleton.length >= leastSkeleton) (isArabic(name) ? latinByArabic : arabicByLatin).add(skeleton, name);
  }
  const skeletal = (word: Word, arabic: boolean) =>
    isArabic(word.keys[0] ?? "") === arabic ? word.keys.map(skeletonOf) : [];
  return {
    find(text) {
      if (byKey.empty) return [];
      const words = wordsIn(text);
      const found: FoundName[] = [];
      for (let at = 0; at < words.length; at += 1) {
        const hit =
          longest(words, at, byKey, ({ keys }) => keys) ??
          longest(words, at, arabicByLatin, (word) => skeletal(word, true)) ??
          longest(words, at, latinByArabic, (word) => skeletal(word, false));
        const [first, last] = [words[at], words[hit?.last ?? -1]];
        if (!hit || !first || !last) continue;
        found.push({ start: first.start, end: last.end, name: hit.name });
        at = hit.last;
      }
      return found;
    },
  };
}

const keysOf = (words: readonly Word[]) => words.map(({ keys }) => keys[0] ?? "");

/** Whole spellings, and everything that one of them begins with. */
function spellings() {
  const whole = new Map<string, string>();
  const begun = new Set<string>();
  return {
    whole,
    begun,
    get empty() {
      return whole.size === 0;
    },
    add(spelling: string, name: string) {
      if (!whole.has(spelling)) whole.set(spelling, name);
      for (let length = 1; length <= spelling.length; length += 1) begun.add(spelling.slice(0, length));
    },
  };
}

type Spellings = ReturnType<typeof spellings>;

/** The longest name that begins with a word. */
function longest(
  words: readonly Word[],
  first: number,
  { whole, begun }: Spellings,
  spelled: (word: Word) => readonly string[],
) {
  const start = words[first];
  if (!start || start.article || whole.size === 0) return undefined;
  let open = spelled(start).filter((key) => key !== "" && begun.has(key));
  let best: { last: number; name: string } | undefined;
  for (let at = first; open.length > 0; ) {
    const name = open.map((key) => whole.get(key)).find((each) => each !== undefined);
    if (name !== undefined) best = { last: at, name };
    at += 1;
    const [before, next] = [words[at - 1], words[at]];
    if (!before || !next || next.start - before.end > mostBetween) break;
    if (next.article) continue;
    const keys = spelled(next);
    open = open.flatMap((begin) => keys.map((key) => begin + key)).filter((key) => begun.has(key));
  }
  return best;
}

const kept = new Map<string, readonly string[]>();

function keysFor(word: string): readonly string[] {
  const known = kept.get(word);
  if (known) return known;
  const bare = word.replace(POSSESSIVE, "");
  const forms = [word, bare, ...[withoutArticle(bare), PREFIXED.test(bare) ? bare.replace(PREFIXED, "") : undefined]];
  const keys = [...new Set(forms.flatMap((form) => (form === undefined ? [] : [wordKey(form)])))].filter(Boolean);
  if (kept.size > mostKept) kept.clear();
  kept.set(word, keys);
  return keys;
}

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const article = word.length <= 4 && ARTICLES.has(word.toLowerCase());
    words.push({ start: index, end: index + word.length, keys: keysFor(word), article });
  }
  return words;
}
