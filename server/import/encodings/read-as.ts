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

function readSingleByte(bytes: Uint8Array, encoding: Encoding): ReadAs {
  const table = tableOf(encoding);
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const unit = table[bytes[at] ?? 0] ?? NONE;
    if (unit === NONE) return { ok: false, at };
    units[at] = unit;
  }
  return { ok: true, text: utf16Text.decode(units) };
}

/** Whether an encoding of single bytes has a character for each of these. */
export function hasAll(bytesInIt: ReadonlySet<number>, encoding: Encoding): boolean {
  const table = tableOf(encoding);
  return [...bytesInIt].every((byte) => table[byte] !== NONE);
}

const utf16Text = new TextDecoder("utf-16le", { ignoreBOM: true });
/** Instead of a character that is not there, and of controls between 0x80 and 0x9F. */
const NONE = 0xffff;
const tables = new Map<Encoding, Uint16Array>();

/** The UTF-16 unit of every byte. */
function tableOf(encoding: Encoding): Uint16Array {
  const known = tables.get(encoding);
  if (known) return known;
  const upper = Uint8Array.from({ length: 128 }, (_, byte) => byte + 0x80);
  const text = upperHalves[encoding] ?? new TextDecoder(encoding).decode(upper);
  const table = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : unitAt(text, byte - 0x80)));
  tables.set(encoding, table);
  return table;
}

function unitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit === 0xfffd || (unit >= 0x80 && unit < 0xa0) ? NONE : unit;
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
