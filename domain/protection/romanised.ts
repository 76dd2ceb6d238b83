import { nameKey } from "@/domain/gazetteer/name-key";

/** Letters of other alphabets as they are usually written in Latin ones. */
const latin: Readonly<Record<string, string>> = {
  ...lettersOf("абвгдезийклмнопрстуфцыэ", "abvgdezyyklmnoprstufcye"),
  ...{
    ж: "zh",
    х: "kh",
    ч: "ch",
    ш: "sh",
    щ: "shch",
    ю: "yu",
    я: "ya",
    ё: "yo",
    ь: "",
    ъ: "",
    ї: "yi",
    є: "ye",
    ґ: "g",
  },
  ...{ ј: "j", љ: "lj", њ: "nj", ћ: "c", ђ: "d", џ: "dz", ў: "u", і: "i" },
  ...lettersOf("αβγδεζηικλμνοπρσςτυφω", "avgdezikklmnoprsstyfo"),
  ...{ θ: "th", ξ: "x", χ: "kh", ψ: "ps", ι: "i", ε: "e" },
};

function lettersOf(from: string, to: string): Record<string, string> {
  const targets = [...to];
  return Object.fromEntries([...from].map((letter, at) => [letter, targets[at] ?? ""]));
}

const OTHER = /[\u0370-\u03ff\u0400-\u04ff]/gu;
const ARABIC = /\p{sc=Arabic}/u;
export const isArabic = (word: string): boolean => ARABIC.test(word);

/** What all spellings of one word of a name have in common, in Latin letters where Greek or Cyrillic ones were written. */
export function wordKey(word: string): string {
  const lower = word.normalize("NFKC").toLowerCase();
  const romanised = OTHER.test(lower)
    ? lower
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(OTHER, (letter) => latin[letter] ?? letter)
    : word;
  return nameKey(romanised);
}

/** Consonants of Arabic letters, as its romanisations write them; vowels and half-vowels stand for nothing. */
const consonants: Readonly<Record<string, string>> = {
  ...lettersOf("بپتطثجچحهخدضذرزظژسصشغفڤقكگلمن", "bbtttjchhxddzrzzjsscgffkkklmn"),
  ...{ ذ: "d", ظ: "z", ث: "t", چ: "c" },
};

const digraphs: readonly (readonly [RegExp, string])[] = [
  [/kh/g, "x"],
  [/gh/g, "g"],
  [/sh|ch/g, "c"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/ph/g, "f"],
  [/dj/g, "j"],
  [/v/g, "f"],
  [/p/g, "b"],
];

/** The consonants of a word's key, the same for an Arabic word and for how it is written in Latin letters. */
export function skeletonOf(key: string): string {
  const letters = isArabic(key)
    ? [...key.replace(/(.)\1+/gu, "$1")].map((letter) => consonants[letter] ?? "").join("")
    : digraphs.reduce((text, [found, by]) => text.replace(found, by), key).replace(/[^bcdfghjklmnrstxz]/g, "");
  return letters.replace(/h$/, "");
}
