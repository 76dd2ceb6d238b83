import { type Encoding, multiByte, singleByte } from "./labels";
import { hasAll, readAs } from "./read-as";
import { scoreOf } from "./score";

export interface Candidate {
  readonly encoding: Encoding;
  /** The language that it reads best as. */
  readonly language: string;
  readonly score: number;
}

export interface Guess {
  /** The best of those that read the file alike, from the likeliest reading on. */
  readonly candidates: readonly Candidate[];
  /** How much likelier the first is than the second, as a natural logarithm. */
  readonly lead: number;
  /** The share of the first for each byte above ASCII, likewise. */
  readonly perByte: number;
  readonly upperBytes: number;
}

/** Bytes around those above ASCII that are looked at. */
const SAMPLE = 6000;
const AROUND = 60;

/** Which encodings make a text of bytes that are no UTF-8: every reading that has all their characters, by likelihood. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const sample = sampleOf(bytes);
  const upperBytes = sample.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0);
  const upper = new Set(bytes.filter((byte) => byte > 0x7f));
  const possible = [
    ...singleByte.filter((encoding) => hasAll(upper, encoding)),
    ...multiByte.filter((encoding) => readAs(sample, encoding).ok && readAs(bytes, encoding).ok),
  ];
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const encoding of possible.toSorted((a, b) => rarity(a) - rarity(b))) {
    const read = readAs(sample, encoding);
    if (!read.ok || seen.has(read.text)) continue;
    seen.add(read.text);
    const { total, language } = scoreOf(read.text);
    candidates.push({ encoding, language, score: total - rarity(encoding) });
  }
  candidates.sort((a, b) => b.score - a.score);
  const [first, second] = candidates;
  return {
    candidates,
    lead: first ? first.score - (second?.score ?? first.score - 100) : 0,
    perByte: (first?.score ?? Number.NEGATIVE_INFINITY) / Math.max(1, upperBytes),
    upperBytes,
  };
}

/** How seldom files come in an encoding, on the scale of the score: between equal readings the usual one is meant. */
function rarity(encoding: Encoding): number {
  if (encoding.startsWith("windows-")) return encoding === "windows-1258" ? 2.5 : 0;
  if (usual.has(encoding)) return 1;
  return encoding.startsWith("cp") ? 2 : 3;
}

const usual = new Set<Encoding>(["iso-8859-2", "iso-8859-15", "koi8-r", "ibm866", "cp850", "cp852", ...multiByte]);

/** Whole lines or words around the bytes above ASCII, so that no character of several bytes is cut. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = bytes.findIndex((byte) => byte > 0x7f); at >= 0 && length < SAMPLE; ) {
    const from = borderBefore(bytes, at, at - AROUND);
    let to = at;
    for (let gap = 0; to < bytes.length && gap < AROUND && to - from < SAMPLE; to += 1) {
      gap = (bytes[to] ?? 0) > 0x7f ? 0 : gap + 1;
    }
    to = borderAfter(bytes, to);
    parts.push(bytes.subarray(from, to), Uint8Array.of(0x0a));
    length += to - from;
    const next = bytes.subarray(to).findIndex((byte) => byte > 0x7f);
    at = next < 0 ? -1 : to + next;
  }
  return Buffer.concat(parts);
}

const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function borderBefore(bytes: Uint8Array, at: number, least: number): number {
  for (let border = Math.max(0, least); border < at; border += 1) if (isBlank(bytes[border])) return border + 1;
  return least <= 0 ? 0 : at;
}

function borderAfter(bytes: Uint8Array, from: number): number {
  for (let border = from; border < Math.min(bytes.length, from + 2000); border += 1)
    if (isBlank(bytes[border])) return border;
  return bytes.length - from < 2000 ? bytes.length : from;
}
