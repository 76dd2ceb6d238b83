import type { CodePointRange } from "@/domain/text/offsets";

/** A text as Potato's page lays it out, in which its offsets count, and where stretches of ours stand in it. */
type PageText = {
  text: string;
  place(range: CodePointRange): { start: number; end: number };
};

/** Blanks that a browser runs together; a no-break space is none. */
const isBlank = (letter: string) => letter === " " || letter === "\t" || letter === "\f";

/**
 * The text that Potato will neither change nor read as HTML: runs of blanks are one, none stands at a line's border, none and no
 * line break at the ends. Offsets are code points, before and after.
 */
export function pageText(text: string): PageText {
  const letters = [...text];
  const kept = letters.map((letter, at) => {
    if (letter === "\n") return true;
    if (!isBlank(letter)) return true;
    const [before, after] = [letters[at - 1], letters[nextInk(letters, at)]];
    return before !== undefined && !isBlank(before) && before !== "\n" && after !== undefined && after !== "\n";
  });
  const first = kept.findIndex((keep, at) => keep && letters[at] !== "\n");
  const last = kept.findLastIndex((keep, at) => keep && letters[at] !== "\n");
  const places = new Int32Array(letters.length + 1);
  let written = "";
  let length = 0;
  for (const [at, letter] of letters.entries()) {
    places[at] = length;
    if (!kept[at] || first < 0 || at < first || at > last) continue;
    written += isBlank(letter) ? " " : letter;
    length += 1;
  }
  places[letters.length] = length;
  return { text: written, place: ({ start, end }) => ({ start: places[start] ?? length, end: places[end] ?? length }) };
}

function nextInk(letters: readonly string[], from: number): number {
  let at = from;
  while (at < letters.length && isBlank(letters[at] ?? "")) at += 1;
  return at;
}

/** For the data file, which Potato reads as HTML. */
export const asHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** What a page shows of a text in a data file: tags gone, entities read, runs of blanks made one, blanks at the ends gone. */
export const shownText = (data: string): string =>
  data
    .replace(/\r\n?/g, "\n")
    .replace(/<\/?[A-Za-z][^<>]*>/g, "")
    .replace(/[ \t\f]+/g, " ")
    .replace(/^[ \n]+|[ \n]+$/g, "")
    .replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([a-z]+));/g, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code === undefined) return named[String(name)] ?? whole;
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    });
