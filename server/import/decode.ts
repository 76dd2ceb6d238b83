import { isUtf8 } from "node:buffer";
import { binaryKind, firstControl } from "./binary";
import { type Candidate, guessEncoding } from "./encodings/guess";
import type { Encoding } from "./encodings/labels";
import { type Deciding, decidingPassage, lineOf, passageAt } from "./encodings/passage";
import { readAs } from "./encodings/read-as";
import { likelyUtf16 } from "./encodings/utf16";
import { surveyUtf8 } from "./utf8";

/** `certain`: marked, proven by its bytes or said; `likely`: far ahead of all others; `guess`: ask somebody. */
export type Confidence = "certain" | "likely" | "guess";

/** Another encoding that the file may be in, and the passage that decides as it reads there. */
export interface Choice {
  readonly label: Encoding;
  readonly passage: string;
}

export interface DecodedText {
  readonly ok: true;
  /** Every character of the file but the byte order mark; newlines as they were. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly confidence: Confidence;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
  /** Where the letters differ between this encoding and the others that it may be. */
  readonly doubt?: Doubt;
}

export interface Doubt {
  /** The line of the passage, counted from 1, and its first byte, from 0. */
  readonly line: number;
  readonly byte: number;
  readonly passage: string;
  readonly alternatives: readonly Choice[];
}

export type DecodeRefusalReason = "not-text" | "malformed" | "unclear-encoding";

export interface DecodeRefusal {
  readonly ok: false;
  readonly reason: DecodeRefusalReason;
  /** The first byte that does not fit, counted from 0, and its line, from 1. */
  readonly position: number;
  readonly line: number;
  /** What the file seems to be, such as "a PDF document". */
  readonly found?: string;
  /** One sentence or two for people: what is wrong and what to do. */
  readonly sentence: string;
  /** Encodings to choose from, the likeliest first. */
  readonly choices: readonly Choice[];
}

export type Decoded = DecodedText | DecodeRefusal;

const NO_TEXT = "A name ending in .txt or .md is for text; give the file the ending of its type and import it again.";

/** Good UTF-8 characters for each wrong byte from which on a file is damaged UTF-8 rather than in another encoding. */
const MOSTLY = 3;
/** So far ahead of the next reading, as a natural logarithm, an encoding is likely; and so far it is at least a guess. */
const LIKELY = 4;
const GUESS = 1;
/** What reads worse than this, for each byte above ASCII, is no language that we know. */
const READABLE = -4.8;
/** Fewer bytes above ASCII say little. */
const ENOUGH_BYTES = 4;
const SHOWN = 4;

/**
 * Turns a file into text without losing or inventing a character. Marks are believed; valid UTF-8 is UTF-8; what else
 * there may be is judged by the letters and words it would be, and never without saying so. Give `encoding` when a
 * person or a program has named it: then nothing is guessed, but a byte that it does not have is still refused.
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): Decoded {
  const found = binaryKind(bytes);
  if (found !== undefined) return notText(bytes, 0, found);
  const marked = markOf(bytes);
  if (encoding !== undefined) return decodeAs(bytes, encoding, marked === encoding);
  if (marked) return decodeAs(bytes, marked, true);
  return judge(bytes);
}

function judge(bytes: Uint8Array): Decoded {
  const control = firstControl(bytes);
  const valid = isUtf8(bytes);
  if (valid && control === undefined) return hasEscapes(bytes) ? escaped(bytes) : decodeAs(bytes, "utf-8", false);
  const utf16 = likelyUtf16(bytes);
  if (utf16) {
    const decoded = decodeAs(bytes, utf16, false);
    return decoded.ok ? { ...decoded, confidence: "likely" } : decoded;
  }
  if (valid) return decodeAs(bytes, "utf-8", false);
  if (control !== undefined) return notText(bytes, control, "not a text file");
  const { firstWrong = 0, several, wrong } = surveyUtf8(bytes);
  return several >= MOSTLY * wrong ? malformed(bytes, firstWrong, "utf-8") : guessed(bytes);
}

/** Japanese in ISO-2022-JP is ASCII with escapes (ESC $ B, ESC $ @). */
const hasEscapes = (bytes: Uint8Array) =>
  bytes.includes(0x1b) && escapes.some((each) => Buffer.from(bytes).includes(each));
const escapes = ["B", "@"].map((set) => Buffer.from([0x1b, 0x24, set.charCodeAt(0)]));

function escaped(bytes: Uint8Array): Decoded {
  const japanese = decodeAs(bytes, "iso-2022-jp", false);
  return japanese.ok ? { ...japanese, confidence: "likely" } : decodeAs(bytes, "utf-8", false);
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, bom: boolean): Decoded {
  const skipped = bom ? (encoding === "utf-8" ? 3 : 2) : 0;
  const body = bytes.subarray(skipped);
  if (encoding === "utf-8") {
    const { firstWrong } = isUtf8(bytes) ? { firstWrong: undefined } : surveyUtf8(bytes);
    if (firstWrong !== undefined) return malformed(bytes, firstWrong, encoding);
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    return { ok: true, text, encoding, bom, confidence: "certain" };
  }
  const read = readAs(body, encoding);
  if (!read.ok) return malformed(bytes, skipped + read.at, encoding);
  return { ok: true, text: read.text, encoding, bom, confidence: "certain" };
}

function guessed(bytes: Uint8Array): Decoded {
  const { candidates, lead, perByte, upperBytes } = guessEncoding(bytes);
  const [best] = candidates;
  const shown = candidates.slice(0, SHOWN + 1);
  const deciding = decidingPassage(
    bytes,
    shown.map(({ encoding }) => encoding),
  );
  const choices = choicesOf(shown, deciding);
  const readable = perByte >= READABLE && lead >= GUESS;
  const read = best && readable ? readAs(bytes, best.encoding) : undefined;
  if (!best || !read?.ok) return unclear(bytes, deciding, choices);
  const confidence = lead >= LIKELY && upperBytes >= ENOUGH_BYTES ? "likely" : "guess";
  const [{ passage } = { passage: "" }, ...others] = choices;
  const alternatives = others.filter((other) => other.passage !== passage);
  const doubt = { line: deciding.line, byte: deciding.byte, passage, alternatives };
  return { ok: true, text: read.text, encoding: best.encoding, bom: false, confidence, doubt };
}

const choicesOf = (candidates: readonly Candidate[], { passages }: Deciding): Choice[] =>
  candidates.map(({ encoding }) => ({ label: encoding, passage: passages.get(encoding) ?? "" }));

const notText = (bytes: Uint8Array, position: number, found: string): DecodeRefusal => ({
  ok: false,
  reason: "not-text",
  position,
  line: lineOf(bytes, position),
  found,
  sentence: `This is ${found}. ${NO_TEXT}`,
  choices: [],
});

function malformed(bytes: Uint8Array, position: number, encoding: Encoding): DecodeRefusal {
  const line = lineOf(bytes, position);
  const candidates = guessEncoding(bytes)
    .candidates.filter((each) => each.encoding !== encoding)
    .slice(0, SHOWN);
  const choices = choicesOf(
    candidates,
    passageAt(
      bytes,
      position,
      candidates.map((each) => each.encoding),
    ),
  );
  const next = choices.length > 0 ? "Choose the encoding it was written in, or correct it there." : "Correct it there.";
  return {
    ok: false,
    reason: "malformed",
    position,
    line,
    found: encoding,
    sentence: `Line ${line}, byte ${position} of the file is not ${nameOf(encoding)}. ${next}`,
    choices,
  };
}

const nameOf = (encoding: Encoding) => encoding.toUpperCase().replace("WINDOWS", "Windows");

const unclear = (bytes: Uint8Array, { line, byte }: Deciding, choices: readonly Choice[]): DecodeRefusal => ({
  ok: false,
  reason: "unclear-encoding",
  position: byte,
  line,
  sentence:
    choices.length > 0
      ? `The file's encoding can't be told: line ${line} reads differently in each. Choose the one that reads right.`
      : `Byte ${Math.max(
          0,
          bytes.findIndex((each) => each > 0x7f),
        )} of the file fits no encoding. ${NO_TEXT}`,
  choices,
});

/** The encoding that a byte order mark names. */
function markOf([one, two, three]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | undefined {
  if (one === 0xef && two === 0xbb && three === 0xbf) return "utf-8";
  if (one === 0xff && two === 0xfe) return "utf-16le";
  return one === 0xfe && two === 0xff ? "utf-16be" : undefined;
}
