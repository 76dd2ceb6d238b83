import { type Utf16Range, utf16 } from "./offsets";
import { partsOf } from "./segmenter";

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HYPHEN = /^[-\u2010\u2011]$/;
const POSSESSIVE = /(?<=[\p{L}\p{N}])['’][sS]$/u;
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu;
const ELIDING = /^(?:fr|it|ca|oc)\b/i;
const LOWER = /^\p{Ll}/u;
const NUMBER = /^\p{Nd}/u;
const LETTER_END = /\p{L}$/u;
const CURRENCY = /^\p{Sc}$/u;
const PER_CENT = /^[%٪‰]$/;

/** Articles and openings that a hyphen ties to the name after them, even with a capital. */
const OPENERS = new Set(
  "al el ad ed an en ar er as es ash esh at et az ez ud ul abu abou umm oum bin ibn ben deir tel tell tall kafr kafar jisr wadi bab ras saint sainte st".split(
    " ",
  ),
);

/** The words of a block in UTF-16 units, in order; what counts as a word stands at `Boundaries`. */
export function findWords(block: string, locale: string): Utf16Range[] {
  const words: Piece[] = [];
  let between = "";
  for (const piece of pieces(block, locale)) {
    if (piece.word) {
      const last = words.at(-1);
      if (last && HYPHEN.test(between) && last.end + 1 === piece.start && tied(last.text, piece.text))
        words[words.length - 1] = { start: last.start, end: piece.end, text: piece.text };
      else
        words.push(
          CURRENCY.test(between) && NUMBER.test(piece.text) ? { ...piece, start: piece.start - between.length } : piece,
        );
      between = "";
    } else {
      const last = words.at(-1);
      const sign = PER_CENT.test(piece.text) || CURRENCY.test(piece.text);
      if (sign && last?.end === piece.start && NUMBER.test(last.text)) {
        words[words.length - 1] = { ...last, end: piece.end };
        between = "";
      } else between = piece.text;
    }
  }
  return words.map(({ start, end }) => ({ start: utf16(start), end: utf16(end) }));
}

function* pieces(block: string, locale: string): Generator<Piece & { readonly word: boolean }> {
  for (const { start, text, word } of partsOf(block, "word", locale)) {
    let at = start;
    for (const piece of word ? detach(text, locale) : [text]) {
      yield { start: at, end: at + piece.length, text: piece, word };
      at += piece.length;
    }
  }
}

/** Cuts off what grammar glued to a name: a possessive at its end, an elided article before it. */
function detach(word: string, locale: string): string[] {
  const cut = POSSESSIVE.exec(word)?.index ?? (ELIDING.test(locale) ? ELISION.exec(word)?.[0].length : undefined);
  return cut === undefined ? [word] : [word.slice(0, cut), word.slice(cut)];
}

/** Whether a hyphen makes one word of what stands left and right of it. */
function tied(left: string, right: string): boolean {
  if (NUMBER.test(right)) return LETTER_END.test(left);
  return LOWER.test(left) || OPENERS.has(left.toLowerCase());
}
