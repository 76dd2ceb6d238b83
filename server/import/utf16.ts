import { type Decoded, refusal } from "./encoding";

export type Utf16Encoding = "utf-16le" | "utf-16be";

/** Text of the scripts we meet, as UTF-16 units: Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, presentation forms. */
const USUAL = /[\t\n\r\x20-\x7e\u00a0-\u052f\u0590-\u077f\u08a0-\u08ff\u2000-\u206f\u20a0-\u20bf\ufb1d-\ufeff]/g;
const ENOUGH = 0.95;
const SAMPLE = 20_000;

/** Which byte order makes usual text of bytes without a mark; undefined when neither or both do. */
export function likelyUtf16(bytes: Uint8Array): Utf16Encoding | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const usual = (encoding: Utf16Encoding) => {
    const sample = unitsOf(bytes.subarray(0, SAMPLE), encoding);
    return (sample.match(USUAL)?.length ?? 0) / sample.length >= ENOUGH;
  };
  const [little, big] = [usual("utf-16le"), usual("utf-16be")];
  if (little === big) return undefined;
  return little ? "utf-16le" : "utf-16be";
}

/** Decodes UTF-16; a half character or an odd last byte is refused with its place. `bom`: the file's first two bytes. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16Encoding, bom: boolean): Decoded {
  const skipped = bom ? 2 : 0;
  if (bytes.length % 2 !== 0) return refusal.malformed(bytes.length - 1, encoding.toUpperCase());
  const text = unitsOf(bytes.subarray(skipped), encoding);
  const half = text.search(/\p{Surrogate}/u);
  if (half >= 0) return refusal.malformed(skipped + half * 2, encoding.toUpperCase());
  return { ok: true, text, encoding, bom, confidence: bom ? "certain" : "likely" };
}

function unitsOf(bytes: Uint8Array, encoding: Utf16Encoding): string {
  const copy = Buffer.from(bytes);
  return (encoding === "utf-16be" ? copy.swap16() : copy).toString("utf16le");
}
