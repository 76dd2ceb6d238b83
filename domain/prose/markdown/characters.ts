/** How CommonMark sees a character beside a `*`: as white space (so is the edge of a line), punctuation or another. */
export type Look = "space" | "sign" | "other";

export const lookOf = (character: string | undefined): Look => {
  if (character === undefined || character === "" || /\s/u.test(character)) return "space";
  return /[\p{P}\p{S}]/u.test(character) ? "sign" : "other";
};

/** A character by its number, where it would mean something else as itself. */
export const byNumber = (character: string): string => `&#${character.codePointAt(0) ?? 0};`;

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

/** The characters that people write by name or number, at the start of a source; undefined for others. */
export function characterAt(source: string): { text: string; length: number } | undefined {
  const found = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|nbsp));/i.exec(source);
  if (!found) return undefined;
  const [{ length }, decimal, hex, name] = found;
  if (name !== undefined) return { text: named[name.toLowerCase()] ?? "", length };
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const isOne = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { text: isOne ? String.fromCodePoint(code) : "\ufffd", length };
}

/** Without the backslashes before signs and with characters written by name or number as themselves. */
export const plainly = (source: string): string =>
  source.replace(
    /\\([!-/:-@[-`{-~])|&[#a-z\d]{1,9};/gi,
    (whole, sign: string | undefined) => sign ?? characterAt(whole)?.text ?? whole,
  );
