import type { Encoding } from "./labels";
import { commonEastAsian } from "./letters";
import { readAs } from "./read-as";

const SAMPLE = 20_000;
const { simplified, traditional, hangul } = commonEastAsian;
const HANGUL = /\p{Script=Hangul}/gu;

const groups: readonly RegExp[] = [
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu,
  ...[
    "Arabic",
    "Armenian",
    "Bengali",
    "Cyrillic",
    "Devanagari",
    "Ethiopic",
    "Georgian",
    "Greek",
    "Gujarati",
    "Gurmukhi",
    "Hangul",
    "Hebrew",
    "Kannada",
    "Khmer",
    "Lao",
    "Malayalam",
    "Myanmar",
    "Oriya",
    "Sinhala",
    "Syriac",
    "Tamil",
    "Telugu",
    "Thaana",
    "Thai",
    "Tibetan",
  ].map((script) => new RegExp(`\\p{Script=${script}}`, "gu")),
];
const LATIN = /\p{Script=Latin}/gu;
const LETTERS = /[\p{L}\p{M}]/gu;
/** What a text may have beside letters. */
const OTHERS = /[\p{N}\p{P}\p{Zs}\p{Sc}\t\n\r\u200b-\u200f\ufeff+=<>|~^`]/gu;

/** Which byte order makes a text in one script of bytes without a mark; undefined when neither does, or both. */
export function likelyUtf16(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const [little, big] = [isOneScript(sample, "utf-16le"), isOneScript(sample, "utf-16be")];
  if (little === big) return undefined;
  return little ? "utf-16le" : "utf-16be";
}

/** The wrong order scatters its characters over all scripts; of characters for words it finds the rare ones. */
function isOneScript(bytes: Uint8Array, encoding: Encoding): boolean {
  const read = readAs(bytes, encoding);
  const text = read.ok ? read.text : read.at > SAMPLE - 4 ? textBefore(bytes, read.at, encoding) : undefined;
  if (!text) return false;
  const count = (what: RegExp) => text.match(what)?.length ?? 0;
  const letters = count(LETTERS);
  const characters = [...text].length;
  if (letters === 0 || letters + count(OTHERS) < characters * 0.97) return false;
  const latin = count(LATIN);
  const counts = groups.map(count);
  const most = Math.max(...counts);
  if (Math.max(most + latin, count(/[\p{Script=Latin}\p{M}]/gu)) < letters * 0.9) return false;
  if (most === 0 || latin > most) return true;
  if (counts[0] === most) return hasCommonHan(text);
  const syllables = text.match(HANGUL) ?? [];
  return syllables.length !== most || syllables.filter((each) => hangul.has(each)).length >= most * 0.4;
}

function hasCommonHan(text: string): boolean {
  if (/[\u3041-\u30ff]/.test(text)) return true;
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return han.filter((character) => simplified.has(character) || traditional.has(character)).length >= han.length * 0.2;
}

/** A sample may end inside a character. */
function textBefore(bytes: Uint8Array, at: number, encoding: Encoding): string | undefined {
  const read = readAs(bytes.subarray(0, at - (at % 2)), encoding);
  return read.ok ? read.text : undefined;
}
