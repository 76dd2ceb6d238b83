import { likeEachOther, onlyLanguageOf, type Profile, profiles } from "@/domain/language/profiles";

/** ISO 639-2 for a language that nobody has named and the text does not show. */
export const UNKNOWN_LANGUAGE = "und";

export interface LanguageGuess {
  /** BCP 47. */
  readonly language: string;
  /** `text`: its script, letters and words say so; `project`: they say too little, and the project reads this one. */
  readonly because: "text" | "project" | "unknown";
}

/** UTF-16 units of a text that are looked at, from its start. */
const SAMPLE = 20_000;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’ʼ]*/gu;

/** Names of the script in Unicode, and its code in language tags. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  Latin: ["Latn"],
  Cyrillic: ["Cyrl"],
  Arabic: ["Arab"],
  Hebrew: ["Hebr"],
  Greek: ["Grek"],
  Devanagari: ["Deva"],
  Bengali: ["Beng"],
  Ethiopic: ["Ethi"],
  Han: ["Hani", "Hans", "Hant", "Jpan", "Kore"],
  Hiragana: ["Jpan"],
  Katakana: ["Jpan"],
  Hangul: ["Kore"],
  Thai: ["Thai"],
  Lao: ["Laoo"],
  Khmer: ["Khmr"],
  Myanmar: ["Mymr"],
  Georgian: ["Geor"],
  Armenian: ["Armn"],
  Gujarati: ["Gujr"],
  Gurmukhi: ["Guru"],
  Oriya: ["Orya"],
  Tamil: ["Taml"],
  Telugu: ["Telu"],
  Kannada: ["Knda"],
  Malayalam: ["Mlym"],
  Sinhala: ["Sinh"],
  Tibetan: ["Tibt"],
  Thaana: ["Thaa"],
  Syriac: ["Syrc"],
};
const inScript = Object.keys(scripts).map((name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);

/**
 * The language of a text by its script, letters and small words. Where they leave several, one of `known` (the
 * project's) is meant; where they say nothing, the first of `known` in this script is taken, and none is invented.
 */
export function guessLanguage(text: string, known: readonly string[]): LanguageGuess {
  const sample = text.slice(0, SAMPLE);
  const script = mainScript(sample);
  if (script === undefined) return /\p{L}/u.test(sample) ? unknown : fallback(known, undefined);
  const only = script === "Hiragana" || script === "Katakana" ? "ja" : script === "Han" ? "zh" : onlyLanguageOf[script];
  if (only !== undefined) return { language: asKnown(only, known), because: "text" };
  const codes = scripts[script] ?? [];
  const contenders = ranked(sample, candidatesIn(script));
  const found = chosen(contenders, known);
  return found === undefined ? fallback(known, codes) : { language: found, because: "text" };
}

const candidates = new Map<string, readonly Profile[]>();

/** The languages that are written in a script. */
function candidatesIn(script: string): readonly Profile[] {
  const codes = scripts[script] ?? [];
  const known = candidates.get(script) ?? profiles.filter((profile) => codes.includes(profile.script));
  candidates.set(script, known);
  return known;
}

/** The script most letters are in; Japanese shows by its syllables, of which a text in Chinese has none. */
function mainScript(sample: string): string | undefined {
  const counts = new Map(inScript.map(([name]) => [name, 0]));
  for (const [letter, count] of lettersOf(sample)) {
    const script = scriptOfLetter(letter);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + count);
  }
  const of = (name: string) => counts.get(name) ?? 0;
  const [name, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  if (count === 0) return undefined;
  const syllables = of("Hiragana") + of("Katakana");
  return name === "Han" && syllables > count * 0.03 ? "Hiragana" : name;
}

/** How often each character stands in a text: there are few different ones. */
function lettersOf(sample: string): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  for (const letter of sample) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  return letters;
}

const scriptOfLetter = (letter: string) => inScript.find(([, letters]) => letters.test(letter))?.[0];

type Contender = { tag: string; score: number; words: number };

/** What speaks for each language: small words, and letters that few languages have; what against it: letters it lacks. */
export function ranked(sample: string, candidates: readonly Profile[]): Contender[] {
  const words = (sample.toLowerCase().match(WORD) ?? []).slice(0, 3000).map((word) => word.replace(/[’ʼ]/g, "'"));
  const latin = candidates.some(({ script }) => script === "Latn");
  const sharing = sharedBy(candidates);
  const isSpecial = (letter: string) =>
    latin ? letter > "\u007f" && /\p{L}/u.test(letter) : sharing.letters.has(letter);
  const letters = words.flatMap((word) => (latin && ascii.test(word) ? [] : [...word].filter(isSpecial)));
  const telling = words.filter((word) => sharing.words.has(word));
  return candidates
    .map((profile) => {
      const own = new Set(profile.letters);
      const hits = telling.filter((word) => profile.words.has(word));
      const forIt = hits.reduce((sum, word) => sum + 1 / Math.sqrt(sharing.words.get(word) ?? 1), 0);
      const byLetters = letters.reduce(
        (sum, letter) => sum + (own.has(letter) ? 0.7 / (sharing.letters.get(letter) ?? 1) : -1),
        0,
      );
      return { tag: profile.tag, score: (forIt + byLetters) / Math.max(words.length, 8), words: new Set(hits).size };
    })
    .toSorted((a, b) => b.score - a.score);
}

const ascii = /^[\0-\x7f]*$/;

type Shared = { words: ReadonlyMap<string, number>; letters: ReadonlyMap<string, number> };
const shared = new WeakMap<readonly Profile[], Shared>();

/** How many of the languages have each word and letter. */
function sharedBy(candidates: readonly Profile[]): Shared {
  const known = shared.get(candidates) ?? countedIn(candidates);
  shared.set(candidates, known);
  return known;
}

function countedIn(candidates: readonly Profile[]): Shared {
  const count = (all: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
    return counts;
  };
  return {
    words: count(candidates.flatMap(({ words }) => [...words])),
    letters: count(candidates.flatMap(({ letters }) => [...new Set(letters)])),
  };
}

const ENOUGH = 0.04;
/** Who comes so close to the best may be meant as well. */
const CLOSE = 0.75;

function chosen(contenders: readonly Contender[], known: readonly string[]): string | undefined {
  const [best] = contenders;
  if (!best || best.score < ENOUGH) return undefined;
  const close = contenders.filter(({ score }) => score >= best.score * CLOSE);
  const wanted = close.find(({ tag }) => asKnown(tag, known, undefined) !== undefined);
  if (wanted) return asKnown(wanted.tag, known);
  const rival = close.find(({ tag }) => tag !== best.tag && !alike(tag, best.tag));
  return rival && rival.score > best.score * 0.9 ? undefined : best.tag;
}

const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? tag;
const alike = (a: string, b: string) => likeEachOther.some((group) => group.includes(a) && group.includes(b));

function asKnown(tag: string, known: readonly string[]): string;
function asKnown(tag: string, known: readonly string[], otherwise: undefined): string | undefined;
function asKnown(tag: string, known: readonly string[], ...otherwise: [undefined?]): string | undefined {
  const same = known.find((each) => primary(each) === tag) ?? known.find((each) => alike(primary(each), tag));
  return same ?? (otherwise.length > 0 ? undefined : tag);
}

const unknown: LanguageGuess = { language: UNKNOWN_LANGUAGE, because: "unknown" };

/** The project's first language in one of these scripts; in any, where the text has no letter at all. */
function fallback(known: readonly string[], codes: readonly string[] | undefined): LanguageGuess {
  const fits = known.find((tag) => codes === undefined || codes.includes(scriptOf(tag)));
  return fits === undefined ? unknown : { language: fits, because: "project" };
}

function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? "";
  } catch {
    return "";
  }
}
