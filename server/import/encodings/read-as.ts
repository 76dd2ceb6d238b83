import { type Encoding, singleByte, utf16 } from "./labels";
import { upperHalves } from "./upper-halves";

/** `at`: the first byte that the encoding has no character for, counted from 0. */
export type ReadAs = { ok: true; text: string } | { ok: false; at: number };

/**
 * Reads bytes in an encoding, refusing what it has no character for; controls between 0x80 and 0x9F are no text. A
 * byte order mark belongs to no text either and must have been taken off.
 */
export function readAs(bytes: Uint8Array, encoding: Encoding): ReadAs {
  if (isUtf16(encoding)) return readUtf16(bytes, encoding);
  return isSingleByte(encoding) ? readSingleByte(bytes, encoding) : readMultiByte(bytes, encoding);
}

const isUtf16 = (encoding: Encoding): encoding is (typeof utf16)[number] => utf16.some((each) => each === encoding);
const isSingleByte = (encoding: Encoding) => singleByte.some((each) => each === encoding);

const NO_CHARACTER = /[\ufffd\u0080-\u009f]/;

function readSingleByte(bytes: Uint8Array, encoding: Encoding): ReadAs {
  const text = singleByteText(bytes, encoding);
  const at = text.search(NO_CHARACTER);
  return at < 0 ? { ok: true, text } : { ok: false, at };
}

/** Every byte as one character at the same place; U+FFFD where there is none. */
export function singleByteText(bytes: Uint8Array, encoding: Encoding): string {
  const table = tableOf(encoding);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\x80-\xff]/g, (byte) => table[byte.charCodeAt(0) - 0x80] ?? "\ufffd");
}

const tables = new Map<Encoding, readonly string[]>();

function tableOf(encoding: Encoding): readonly string[] {
  const known = tables.get(encoding);
  if (known) return known;
  const upper = Uint8Array.from({ length: 128 }, (_, byte) => byte + 0x80);
  const table = [...(upperHalves[encoding] ?? new TextDecoder(encoding).decode(upper))];
  tables.set(encoding, table);
  return table;
}

function readUtf16(bytes: Uint8Array, encoding: (typeof utf16)[number]): ReadAs {
  const text = unitsOf(bytes.subarray(0, bytes.length - (bytes.length % 2)), encoding);
  const half = text.search(/\p{Surrogate}/u);
  if (half >= 0) return { ok: false, at: half * 2 };
  return bytes.length % 2 === 0 ? { ok: true, text } : { ok: false, at: bytes.length - 1 };
}

function unitsOf(bytes: Uint8Array, encoding: (typeof utf16)[number]): string {
  const copy = Buffer.from(bytes);
  return (encoding === "utf-16be" ? copy.swap16() : copy).toString("utf16le");
}

function readMultiByte(bytes: Uint8Array, encoding: Encoding): ReadAs {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, text };
  } catch {
    return { ok: false, at: firstWrong(bytes, encoding) };
  }
}

/** Halves the bytes until the first wrong one is found: up to where they can be read, if no character is cut. */
function firstWrong(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (readsUpTo(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return bad - 1;
}

function readsUpTo(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
