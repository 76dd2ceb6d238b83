import { commonEastAsian, FOREIGN, type Letters, languages } from "./letters";

/** How well a reading of some bytes looks like a text; the natural logarithm of how likely its upper half is. */
export interface Score {
  readonly total: number;
  /** The language that it reads best as. */
  readonly language: string;
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*/gu;
const PENALTY = 3;

/** Scores a text as one encoding reads it. Two readings of the same bytes can be compared, other texts can't. */
export function scoreOf(read: string): Score {
  const text = read.normalize("NFC");
  const { letters, signs } = survey(text);
  const words = (text.toLowerCase().match(WORD) ?? []).slice(0, 2000);
  const best = languages
    .map((language) => ({ language: language.tag, total: lettersIn(letters, language) + wordsOf(words, language) }))
    .reduce((most, each) => (each.total > most.total ? each : most));
  return { language: best.language, total: best.total + signs };
}

const wordsOf = (words: readonly string[], { words: known }: Letters) =>
  words.reduce((sum, word) => (known.has(word) ? sum + 0.8 : sum), 0);

function lettersIn(counts: ReadonlyMap<string, number>, { logShare }: Letters): number {
  let total = 0;
  for (const [letter, count] of counts) total += count * (logShare.get(letter) ?? elsewhere(letter));
  return total;
}

const general = new Map<string, number>();
for (const { logShare, script } of languages) {
  if (script !== "Latn") continue;
  for (const [letter, share] of logShare) general.set(letter, (general.get(letter) ?? 0) + Math.exp(share) / 40);
}

/** A name may have a foreign letter; one that many languages write is not as strange as one that few do. */
const elsewhere = (letter: string) => Math.max(FOREIGN, Math.log(0.15 * (general.get(letter) ?? 0) + 0.0004));

/** The letters above ASCII, small, and what everything else says: signs, their places, and letters out of place. */
function survey(text: string): { letters: Map<string, number>; signs: number } {
  const letters = new Map<string, number>();
  const characters = [...text];
  let signs = 0;
  for (const [at, character] of characters.entries()) {
    if (character < "\u0080") continue;
    const around = { before: characters[at - 1] ?? " ", after: characters[at + 1] ?? " " };
    const eastAsian = eastAsianShare(character);
    if (eastAsian !== undefined) signs += eastAsian;
    else if (/[\p{L}\u0e00-\u0e7f]/u.test(character)) {
      const small = character.toLowerCase();
      letters.set(small, (letters.get(small) ?? 0) + 1);
      signs -= PENALTY * strangeness(character, around);
    } else signs += signShare(character, around);
  }
  return { letters, signs };
}

type Around = { before: string; after: string };

const isUpper = (character: string) => character !== character.toLowerCase();
const isLower = (character: string) => character !== character.toUpperCase();
const isLetter = (character: string) => /\p{L}/u.test(character);
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
];
const scriptOf = (character: string) => scripts.findIndex((script) => script.test(character));

/** A capital inside a small word, a small letter inside capitals, a letter among those of another script. */
function strangeness(letter: string, { before, after }: Around): number {
  const upper = isUpper(letter) && isLower(before) && isLetter(before);
  const lower = isLower(letter) && isUpper(before) && isUpper(after);
  const script = scriptOf(letter);
  const mixed = [before, after].some((next) => isLetter(next) && scriptOf(next) !== script);
  return Number(upper || lower) + Number(mixed);
}

const good = Math.log(0.1);
const fair = Math.log(0.01);
const poor = Math.log(0.001);
const bad = Math.log(0.0003);
const OPENING = /[“„«‘‚‹¿¡]/;
const CLOSING = /[”“»’›]/;

function signShare(sign: string, { before, after }: Around): number {
  const word = /[\p{L}\p{N}]/u;
  if (sign === "\u00a0" || /[،؛؟\u200c\u200d]/.test(sign)) return good;
  if (/[–—…]/.test(sign)) return word.test(before) && isLetter(after) && sign !== "—" ? poor : good;
  if (sign === "’" && isLetter(before)) return good;
  if (OPENING.test(sign) && /[\s([“«]/.test(before) && /[\p{L}\p{N}\s“«‘]/u.test(after)) return good;
  if (CLOSING.test(sign) && /[\p{L}\p{N}\p{P}\s]/u.test(before) && !isLetter(after)) return good;
  if (/[€£¥¢]/.test(sign)) return /[\d\s]/.test(before + after) ? good : poor;
  if (/[§°№•·º]/.test(sign)) return isLetter(before) && isLetter(after) ? poor : fair;
  if (/[©®™²³½¼¾±]/.test(sign)) return /[\p{L}\d]/u.test(after) ? bad : fair;
  return /\p{M}/u.test(sign) ? fair : bad;
}

const { simplified, traditional, hangul } = commonEastAsian;

/** For characters of two bytes and more; undefined for all others. */
function eastAsianShare(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x3041 && code <= 0x30ff) return -4.2;
  if (code >= 0x3001 && code <= 0x3002) return -2;
  if (code >= 0x3000 && code <= 0x303f) return -5;
  if (code >= 0xac00 && code <= 0xd7a3) return hangul.has(character) ? -4.8 : -8.5;
  if (code >= 0x4e00 && code <= 0x9fff) {
    const both = Number(simplified.has(character)) + Number(traditional.has(character));
    return both > 0 ? -6 : -10.5;
  }
  if (code === 0xff0c || code === 0xff01 || code === 0xff1a || code === 0xff1b || code === 0xff08 || code === 0xff09)
    return -3;
  if (code >= 0xff61 && code <= 0xff9f) return -7;
  if (code >= 0xff00 && code <= 0xffef) return -6;
  if (code >= 0x3400 || (code >= 0x2e80 && code < 0x3000)) return -16;
  return undefined;
}
