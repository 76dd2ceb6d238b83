import { isUtf8 } from "node:buffer";

export interface Utf8Survey {
  /** The first byte that cannot be part of UTF-8; undefined when all are. */
  readonly firstWrong: number | undefined;
  /** How many well-formed characters of several bytes there are, and how many wrong bytes. */
  readonly several: number;
  readonly wrong: number;
}

/** The first byte that cannot be part of UTF-8. */
export const firstWrongByte = (bytes: Uint8Array): number | undefined =>
  isUtf8(bytes) ? undefined : surveyUtf8(bytes).firstWrong;

/** Reads bytes as UTF-8 by the table of well-formed sequences (Unicode Standard, table 3-7). */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let firstWrong: number | undefined;
  let several = 0;
  let wrong = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) at += 1;
    else {
      const length = sequenceLength(bytes, at, lead);
      if (length > 0) several += 1;
      else {
        wrong += 1;
        firstWrong ??= at;
      }
      at += Math.max(1, length);
    }
  }
  return { firstWrong, several, wrong };
}

/** The length of the well-formed sequence of several bytes at a place; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number, lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const [least, most] = SECOND[lead] ?? USUAL;
  if (second < least || second > most) return 0;
  for (let next = 2; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

const USUAL = [0x80, 0xbf] as const;

/** Lead bytes that narrow their second byte: no overlong forms, no surrogates, nothing above U+10FFFF. */
const SECOND: Readonly<Record<number, readonly [number, number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};
