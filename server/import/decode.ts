import { binaryKind, firstControl } from "./binary";
import { type Confidence, type Decoded, type Encoding, refusal } from "./encoding";
import { guessSingleByte } from "./guess-single-byte";
import { decodeSingleByte, type SingleByteEncoding } from "./single-byte";
import { surveyUtf8 } from "./utf8";
import { decodeUtf16, likelyUtf16 } from "./utf16";

/** The share of good UTF-8 characters that makes a file damaged UTF-8 rather than another encoding. */
const MOSTLY = 3;

/**
 * Turns a file into text without losing or inventing a character. Marks are believed; valid UTF-8 is UTF-8; what else
 * there may be is judged, and refused with the first byte that does not fit when no encoding is convincing. Give
 * `encoding` when a person has chosen it: then nothing is guessed, but a byte that it does not have is still refused.
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): Decoded {
  const found = binaryKind(bytes);
  if (found !== undefined) return refusal.notText(0, found);
  const marked = markOf(bytes);
  if (encoding !== undefined) return decodeAs(bytes, encoding, marked === encoding);
  if (marked) return decodeAs(bytes, marked, true);
  return judge(bytes);
}

function judge(bytes: Uint8Array): Decoded {
  const control = firstControl(bytes);
  const utf16 = control === undefined ? undefined : likelyUtf16(bytes);
  if (utf16) return decodeUtf16(bytes, utf16, false);

  const { firstWrong, several, wrong } = surveyUtf8(bytes);
  if (firstWrong === undefined) return decodeAs(bytes, "utf-8", false);
  if (control !== undefined) return refusal.notText(control);
  if (several >= MOSTLY * wrong) return refusal.malformed(firstWrong, "UTF-8");

  const guess = guessSingleByte(bytes);
  if (!guess.ok) return guess;
  return decodeUpper(bytes, guess.encoding, guess.confidence);
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, bom: boolean): Decoded {
  if (encoding === "utf-8") {
    const { firstWrong } = surveyUtf8(bytes);
    if (firstWrong !== undefined) return refusal.malformed(firstWrong, "UTF-8");
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(bom ? 3 : 0));
    return { ok: true, text, encoding, bom, confidence: "certain" };
  }
  return encoding === "utf-16le" || encoding === "utf-16be"
    ? decodeUtf16(bytes, encoding, bom)
    : decodeUpper(bytes, encoding, "certain");
}

function decodeUpper(bytes: Uint8Array, encoding: SingleByteEncoding, confidence: Confidence): Decoded {
  const text = decodeSingleByte(bytes, encoding);
  const missing = text.indexOf("\ufffd");
  if (missing >= 0) return refusal.malformed(missing, encoding);
  return { ok: true, text, encoding, bom: false, confidence };
}

/** The encoding that a byte order mark names. */
function markOf([one, two, three]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | undefined {
  if (one === 0xef && two === 0xbb && three === 0xbf) return "utf-8";
  if (one === 0xff && two === 0xfe) return "utf-16le";
  return one === 0xfe && two === 0xff ? "utf-16be" : undefined;
}
