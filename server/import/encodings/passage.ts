import type { Encoding } from "./labels";
import { readAs } from "./read-as";

/** Bytes before and after the word that decides. */
const AROUND = 60;
/** Words that are looked at for the one that the encodings read in the most ways. */
const WORDS = 200;

export interface Deciding {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 0. */
  readonly byte: number;
  /** What each encoding makes of the passage; empty where it has no character for a byte. */
  readonly passages: ReadonlyMap<Encoding, string>;
}

/** The first passage that the encodings read in the most ways, as each of them reads it. */
export function decidingPassage(bytes: Uint8Array, encodings: readonly Encoding[]): Deciding {
  let best = { from: 0, ways: 0 };
  let seen = 0;
  for (let at = firstUpper(bytes, 0); at >= 0 && seen < WORDS && best.ways < encodings.length; seen += 1) {
    const word = wordAt(bytes, at);
    const part = bytes.subarray(word.from, word.to);
    const ways = new Set(encodings.map((encoding) => lenient(part, encoding))).size;
    if (ways > best.ways) best = { from: word.from, ways };
    at = firstUpper(bytes, word.to);
  }
  return passageAt(bytes, best.from, encodings);
}

/** The passage around a byte, as each encoding reads it. */
export function passageAt(bytes: Uint8Array, byte: number, encodings: readonly Encoding[]): Deciding {
  const wide = encodings.some((encoding) => encoding.startsWith("utf-16"));
  let from = byte;
  while (from > 0 && byte - from < AROUND && bytes[from - 1] !== 0x0a) from -= 1;
  while (from > 0 && from < byte && !isBlank(bytes[from - 1])) from += 1;
  let to = byte;
  while (to < bytes.length && to - byte < AROUND && bytes[to] !== 0x0a) to += 1;
  while (to < bytes.length && to - byte < AROUND + 20 && !isBlank(bytes[to])) to += 1;
  const part = wide ? bytes.subarray(from - (from % 2), to + (to % 2)) : bytes.subarray(from, to);
  const passages = new Map(encodings.map((encoding) => [encoding, lenient(part, encoding).trim()]));
  return { line: lineOf(bytes, byte), byte, passages };
}

export function lineOf(bytes: Uint8Array, byte: number): number {
  let line = 1;
  for (let at = 0; at < byte; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1;
  }
  return line;
}

function lenient(bytes: Uint8Array, encoding: Encoding): string {
  const read = readAs(bytes, encoding);
  if (read.ok) return read.text;
  const before = readAs(bytes.subarray(0, read.at), encoding);
  return before.ok ? `${before.text}\ufffd` : "";
}

const isBlank = (byte: number | undefined) => byte === undefined || byte <= 0x20;

const firstUpper = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) return at;
  return -1;
};

function wordAt(bytes: Uint8Array, at: number): { from: number; to: number } {
  let from = at;
  let to = at + 1;
  while (from > 0 && at - from < AROUND && !isBlank(bytes[from - 1])) from -= 1;
  while (to < bytes.length && to - at < AROUND && !isBlank(bytes[to])) to += 1;
  return { from, to };
}
