import { analyse } from "chardet";
import { type Confidence, type DecodeRefusal, refusal } from "./encoding";
import { decodeSingleByte, type SingleByteEncoding } from "./single-byte";

export interface SingleByteGuess {
  readonly ok: true;
  readonly encoding: SingleByteEncoding;
  readonly confidence: Confidence;
}

const SAMPLE = 50_000;
/** Arabic letters, with the Persian and Urdu ones; vowel signs may stand between them. */
const ARABIC_LETTER = /[\u0620-\u064a\u0671-\u06d3]/g;
const ARABIC_PAIR = /[\u0620-\u064a\u0671-\u06d3][\u064b-\u0652]*[\u0620-\u064a\u0671-\u06d3]/;
const WORD = /[\p{L}\p{M}]+/gu;
const UPPER_LETTER = /[\u0080-\uffff]/g;
/** Between a third and three quarters of any Arabic or Persian text are these letters. */
const FREQUENT = /[اليمونرتبهد]/g;
/** Below this many letters a share of letters says nothing. */
const ENOUGH_LETTERS = 8;

const WESTERN = new Set(["windows-1252", "ISO-8859-1"]);
/** What reads as Western text at first sight and is not. */
const OTHER_LATIN = /^(?:windows-125[0478]|ISO-8859-[29])$/;
/** From this confidence on, and with this lead over Western, chardet's word for another Latin encoding is taken. */
const CONFIDENT = 30;
const LEAD = 15;

/**
 * Which single-byte encoding bytes above 0x7F are in. Arabic: they make words of nothing but Arabic letters, in the
 * frequencies of the language. Western: they stand singly among plain letters. Anything else is refused, by the name
 * that chardet gives it: a wrong guess would put other letters into a report.
 */
export function guessSingleByte(bytes: Uint8Array): SingleByteGuess | DecodeRefusal {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, first - 200), first + SAMPLE);
  const ranked = analyse(sample).filter(({ name }) => name !== "ASCII");
  const rank = (names: (name: string) => boolean) => ranked.find(({ name }) => names(name))?.confidence ?? 0;
  const agreed = (name: string) => (ranked[0]?.name === name ? "likely" : "guess");

  if (readsAsArabic(decodeSingleByte(sample, "windows-1256"))) {
    return { ok: true, encoding: "windows-1256", confidence: agreed("windows-1256") };
  }
  const other = ranked.find(({ name }) => OTHER_LATIN.test(name));
  const western = rank((name) => WESTERN.has(name));
  if (other && other.confidence >= CONFIDENT && other.confidence >= western + LEAD) {
    return refusal.unsupported(first, other.name);
  }
  if (readsAsWestern(decodeSingleByte(sample, "windows-1252"))) {
    const confidence = WESTERN.has(ranked[0]?.name ?? "") ? "likely" : "guess";
    return { ok: true, encoding: "windows-1252", confidence };
  }
  const best = ranked.find(({ name }) => !WESTERN.has(name) && name !== "windows-1256");
  return best ? refusal.unsupported(first, best.name) : refusal.unclear(first);
}

function readsAsArabic(text: string): boolean {
  const arabic = (text.match(ARABIC_LETTER) ?? []).join("");
  if (!ARABIC_PAIR.test(text) || text.includes("\ufffd")) return false;
  const words = text.match(WORD) ?? [];
  const withArabic = words.filter((word) => word.search(ARABIC_LETTER) >= 0);
  const mixed = withArabic.filter((word) => /\p{Script=Latin}/u.test(word));
  if (mixed.length > withArabic.length * 0.02) return false;
  const frequent = (arabic.match(FREQUENT)?.length ?? 0) / arabic.length;
  return arabic.length < ENOUGH_LETTERS || frequent >= 0.35;
}

function readsAsWestern(text: string): boolean {
  if (text.includes("\ufffd")) return false;
  const words = (text.match(WORD) ?? []).filter((word) => word.search(UPPER_LETTER) >= 0);
  const letters = words.join("");
  const upper = letters.match(UPPER_LETTER)?.length ?? 0;
  return upper <= letters.length * 0.7;
}
