import { INVISIBLE } from "@/domain/text/invisible";

/** One way in which the spellings of one place differ. `example` is a pair that only this kind of rule brings together. */
interface SpellingRule {
  readonly name: string;
  readonly example: readonly [string, string];
  fold(name: string): string;
}

const replacing =
  (...pairs: readonly (readonly [RegExp, string])[]) =>
  (name: string) =>
    pairs.reduce((text, [found, by]) => text.replace(found, by), name);

/** Letters that the article takes over: ash-Sham, ar-Raqqah, ez-Zor. */
const SUN = "sh|th|dh|ch|[tdrzsn]";
const UNSEEN = new RegExp(`[${INVISIBLE}\\u0640]`, "gu");

/**
 * What one place may be spelled like, as rules that are applied in this order. None knows a place or a country: each
 * is a habit of writing down names from other scripts.
 */
export const spellingRules: readonly SpellingRule[] = [
  {
    name: "capitals, accents and vowel marks",
    example: ["KHANĀŞIR", "khanasir"],
    fold: (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").replace(UNSEEN, "").toLowerCase(),
  },
  {
    name: "letters without a decomposition",
    example: ["Łódź", "Lodz"],
    fold: replacing([/ł/g, "l"], [/ø/g, "o"], [/[đð]/g, "d"], [/ß/g, "ss"], [/æ/g, "ae"], [/œ/g, "oe"], [/[ıі]/g, "i"]),
  },
  {
    name: "signs that stand for ain and hamza",
    example: ["Ra’s al ‘Ayn", "Ras al Ayn"],
    fold: replacing([/['’‘ʼʻ`´ʾʿ.]/g, ""]),
  },
  {
    name: "hamza, teh marbuta and alef maqsura",
    example: ["أريحا", "اريحا"],
    fold: replacing([/[أإآٱ]/g, "ا"], [/ؤ/g, "و"], [/ئ/g, "ي"], [/ء/g, ""], [/ة/g, "ه"], [/[ىی]/g, "ي"], [/ک/g, "ك"]),
  },
  {
    name: "hyphens and spaces",
    example: ["Salah ad-Din", "Salah ad Din"],
    fold: (name) => name.replace(/[\p{P}\p{S}\s]+/gu, " ").trim(),
  },
  {
    name: "the Arabic article",
    example: ["al-Sukhnah", "Sukhnah"],
    fold: replacing([/(?<!\p{L})(?:al|el|ul) (?=\p{L})/gu, ""], [/(?<!\p{L})ال(?=\p{L}{2})/gu, ""]),
  },
  {
    name: "the article taken over by the next letter",
    example: ["Deir Ezzur", "Deir ez-Zur"],
    fold: replacing(
      [new RegExp(String.raw`(?<!\p{L})[aeu](${SUN}) (?=\1)`, "gu"), ""],
      [new RegExp(String.raw`(?<=\p{L} )[aeu](${SUN})(?=\1)`, "gu"), ""],
    ),
  },
  {
    name: "the ending -iyah",
    example: ["Salamiyah", "Salamiyeh"],
    fold: replacing([/(?:iyy?|i|y)(?:ah|eh|a|e)(?!\p{L})/gu, "ia"]),
  },
  { name: "the ending -ah", example: ["Hamah", "Hama"], fold: replacing([/(?<=\p{L}{2})[ae]h(?!\p{L})/gu, "a"]) },
  {
    name: "ay, ai, ei and ey",
    example: ["Dayr Hafir", "Deir Hafir"],
    fold: replacing([/[ae][iy](?!a(?!\p{L}))/gu, "ai"]),
  },
  { name: "ou, oo, o and u", example: ["Soukhna", "Sukhna"], fold: replacing([/ou|oo|o/g, "u"]) },
  { name: "ee and i", example: ["Idleeb", "Idlib"], fold: replacing([/ee/g, "i"]) },
  { name: "q, k and g", example: ["Qamishli", "Kamishli"], fold: replacing([/[qg](?!h)/g, "k"]) },
  { name: "doubled letters", example: ["Latakkia", "Latakia"], fold: replacing([/(\p{L})\1+/gu, "$1"]) },
  { name: "words written together", example: ["Khan Shaykhun", "Khanshaykhun"], fold: replacing([/ /g, ""]) },
];

/** What all spellings of a name have in common: equal keys are spelling variants of each other. Empty for no letters. */
export function nameKey(name: string): string {
  return spellingRules.reduce((text, { fold }) => fold(text), name.slice(0, 200)).slice(0, 100);
}

/** Equal but for how letters are encoded and how blanks are written: the same letters, capitals and accents. */
export function sameLetters(one: string, other: string): boolean {
  return letters(one) === letters(other);
}

const letters = (name: string) => name.normalize("NFC").replace(UNSEEN, "").replace(/\s+/gu, " ").trim();
