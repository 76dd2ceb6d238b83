/**
 * Characters that show nothing by themselves: direction marks and isolates, joiners, soft hyphens, variation
 * selectors, byte order marks (Unicode's default ignorables, UAX #44), and interlinear annotation marks. To be put
 * into a character class of a regular expression with the `u` flag.
 */
export const INVISIBLE = String.raw`\p{DI}\ufff9-\ufffb`;

/** Signs of Indic and south-east Asian scripts after which a joiner chooses the shape of the letter before it. */
const VIRAMA =
  "\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d3b\\u0d3c\\u0d4d\\u0dca\\u0f84\\u1039\\u103a\\u1714\\u17d2" +
  "\\u1a60\\u1b44\\u1baa\\u1bab\\ua806\\ua8c4\\ua953\\ua9c0\\uaaf6\\uabed";
const TAGS = String.raw`[\u{e0020}-\u{e007f}]`;

/** Invisible characters that change how the character before them looks, and so belong to it. */
const SHAPING = new RegExp(
  [
    `(?<=[${VIRAMA}])[\\u200c\\u200d]`,
    `(?<=[\\p{Extended_Pictographic}\\u{1f3fb}-\\u{1f3ff}])(?:[\\ufe0e\\ufe0f]${TAGS}*|${TAGS}+)`,
    String.raw`(?<=\p{sc=Han})[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
    String.raw`(?<=[\p{sc=Mong}\p{sc=Phag}\p{sc=Mymr}\p{sc=Mani}\p{Sm}])[\u180b-\u180d\u180f\ufe00-\ufe0f]`,
  ].join("|"),
  "uy",
);
const ANY = new RegExp(`[${INVISIBLE}]`, "u");
const AT_START = new RegExp(`^[${INVISIBLE}]+`, "u");
const AT_END = new RegExp(`[${INVISIBLE}]+$`, "u");

export function hasInvisible(text: string): boolean {
  return ANY.test(text);
}

/** How many UTF-16 units right after a position shape the character before it, such as an emoji's selector. */
export function shapingAt(text: string, position: number): number {
  SHAPING.lastIndex = position;
  return SHAPING.exec(text)?.[0].length ?? 0;
}

/** Where the visible part of a word or character begins and ends, in UTF-16 units of it; what shapes a letter is kept. */
export function visiblePart(text: string): { start: number; end: number } {
  const start = AT_START.exec(text)?.[0].length ?? 0;
  const tail = start < text.length ? AT_END.exec(text)?.index : undefined;
  return { start, end: tail === undefined ? text.length : tail + shapingAt(text, tail) };
}
