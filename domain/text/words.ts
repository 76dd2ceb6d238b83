import { addressesIn } from "./addresses";
import { visiblePart } from "./invisible";
import { groupedNumbers } from "./numbers";
import { type Utf16Range, utf16 } from "./offsets";
import { partsOf } from "./segmenter";

/** What the word cursor stops at, in UTF-16 units: a word, or a symbol that stands for itself. */
export interface Stop extends Utf16Range {
  readonly word: boolean;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where the next piece begins: after invisible characters that `end` leaves out. */
  readonly reach: number;
  readonly word: boolean;
}

const HYPHEN = /^[-\u2010\u2011]$/;
const POSSESSIVE = /(?<=[\p{L}\p{N}])['’][sS]$/u;
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu;
const ELIDING = /^(?:fr|it|ca|oc)\b/i;
const LOWER = /^\p{Ll}/u;
const NUMBER = /^\p{Nd}/u;
const LETTER_END = /\p{L}$/u;
const CURRENCY = /^\p{Sc}$/u;
const SIGN = /^(?:[%٪‰]|\p{Sc})$/u;
const SPACE = /^\s$/u;
/** The segmenter's rules join words by it, although it is a space (UAX #29, ExtendNumLet). */
const NARROW_SPACE = /\u202f/g;
/** Punctuation that the segmenter leaves at a word's ends. */
const OPENING = /^\p{Pc}+/u;
const CLOSING = /\p{Pc}+$/u;
/** A Hebrew letter keeps the mark after it (geresh), unless that closes what another one opened. */
const CLOSING_QUOTE = /['’\p{Pc}]+$/u;
const QUOTE = /^['‘’]$/;
const HEBREW = /\p{Script=Hebrew}/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{RI}]/u;
const SYMBOL = /^(?![©®™°])[\p{So}\p{Extended_Pictographic}\p{RI}\u2190-\u21ff]/u;
/** Marks that stand where a name was left out. */
const LEFT_OUT = /(?<!\S)([*?!#•])\1{2,}(?!\S)/gu;

/** Articles and openings that a hyphen ties to the name after them, even with a capital. */
const OPENERS = new Set(
  "al el ad ed an en ar er as es ash esh at et az ez ud ul abu abou umm oum bin ibn ben deir tel tell tall kafr kafar jisr wadi bab ras saint sainte st".split(
    " ",
  ),
);

/** The words of a block in UTF-16 units, in order; what counts as a word stands at `Boundaries`. */
export function findWords(block: string, locale: string): Utf16Range[] {
  return findStops(block, locale).flatMap(({ start, end, word }) => (word ? [{ start, end }] : []));
}

/** The words and symbols of a block, in order. */
export function findStops(block: string, locale: string): Stop[] {
  const pieces = [...piecesOf(block, locale)];
  const stops: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = stops.at(-1);
    const end = piece.end;
    if (last && goesOn(pieces, at, last)) stops[stops.length - 1] = { ...piece, start: last.start };
    else if (last && isSignAfter(pieces, at, last)) stops[stops.length - 1] = { ...last, end, reach: piece.reach };
    else if (piece.word) stops.push({ ...piece, start: signBefore(pieces, at, last)?.start ?? piece.start });
    else if (SYMBOL.test(piece.text)) stops.push(piece);
  }
  return withLeftOut(block, stops).map(({ start, end, word }) => ({ start: utf16(start), end: utf16(end), word }));
}

/** Whether a piece is more of the word or symbol before it: after a hyphen, or the same sign again ("████"). */
function goesOn(pieces: readonly Piece[], at: number, last: Piece): boolean {
  const [between, piece] = [pieces[at - 1], pieces[at]];
  if (!piece || last.word !== piece.word) return false;
  if (!piece.word) return last.reach === piece.start && last.text === piece.text && !PICTURE.test(piece.text);
  const isHyphen =
    between && HYPHEN.test(between.text) && between.start === last.reach && between.reach === piece.start;
  return isHyphen === true && tied(last.text, piece.text);
}

/** Whether a per-cent or currency sign belongs to the number before it, with at most one space between. */
function isSignAfter(pieces: readonly Piece[], at: number, last: Piece): boolean {
  const [between, sign, next] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  if (!sign || !SIGN.test(sign.text) || !last.word || !NUMBER.test(last.text)) return false;
  if (last.reach === sign.start) return true;
  const isNextOnes = next?.word && NUMBER.test(next.text) && CURRENCY.test(sign.text);
  return between?.start === last.reach && isSpace(between) && !isNextOnes;
}

/** The currency sign before a number, with at most one space between, that is not another number's. */
function signBefore(pieces: readonly Piece[], at: number, last: Piece | undefined): Piece | undefined {
  const [number, before] = [pieces[at], pieces[at - 1]];
  if (!number || !before || !NUMBER.test(number.text)) return undefined;
  const sign = isSpace(before) ? pieces[at - 2] : before;
  return sign && CURRENCY.test(sign.text) && sign.start >= (last?.end ?? 0) ? sign : undefined;
}

const isSpace = ({ text }: Piece) => SPACE.test(text);

/** The parts of a block: addresses and grouped numbers whole, grammar's additions to names on their own. */
function* piecesOf(block: string, locale: string): Generator<Piece> {
  const units = [...addressesIn(block), ...groupedNumbers(block, locale)].toSorted((a, b) => a.start - b.start);
  let next = 0;
  let open: { start: number; end: number } | undefined;
  for (const { start, text, word } of partsOf(block.replace(NARROW_SPACE, " "), "word", locale)) {
    const reach = start + text.length;
    if (open && start < open.end) {
      open.end = Math.max(open.end, reach);
      continue;
    }
    if (open) yield wordPiece(block, open.start, open.end);
    open = undefined;
    while ((units[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const unit = units[next];
    if (unit && unit.start < reach) open = { start, end: Math.max(unit.end, reach) };
    else if (word) yield* detached(block, { start, end: reach }, locale);
    else yield otherPiece(start, text);
  }
  if (open) yield wordPiece(block, open.start, open.end);
}

const wordPiece = (block: string, start: number, end: number, reach = end): Piece => ({
  start,
  end,
  text: block.slice(start, end),
  reach,
  word: true,
});

function otherPiece(start: number, text: string): Piece {
  const { end } = visiblePart(text);
  return { start, end: start + end, text: text.slice(0, end), reach: start + text.length, word: false };
}

/** A word without what is not its own at its ends; a possessive after it, an elided article before it. */
function* detached(block: string, part: { start: number; end: number }, locale: string): Generator<Piece> {
  const { start, end } = trimmed(block, part);
  if (start >= end) {
    yield otherPiece(part.start, block.slice(part.start, part.end));
    return;
  }
  const word = block.slice(start, end);
  const cut = POSSESSIVE.exec(word)?.index ?? (ELIDING.test(locale) ? ELISION.exec(word)?.[0].length : undefined);
  if (cut !== undefined) yield wordPiece(block, start, start + cut);
  yield wordPiece(block, start + (cut ?? 0), end, part.end);
}

function trimmed(block: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const text = block.slice(start, end);
  const seen = visiblePart(text);
  const word = text.slice(seen.start, seen.end);
  const from = start + seen.start + (OPENING.exec(word)?.[0].length ?? 0);
  const closed = QUOTE.test(block.slice(start - 1, start)) && HEBREW.test(word) ? CLOSING_QUOTE : CLOSING;
  return { start: from, end: start + seen.end - (closed.exec(word)?.[0].length ?? 0) };
}

/** Whether a hyphen makes one word of what stands left and right of it. */
function tied(left: string, right: string): boolean {
  if (NUMBER.test(right)) return LETTER_END.test(left);
  return LOWER.test(left) || OPENERS.has(left.toLowerCase());
}

function withLeftOut(block: string, stops: readonly Piece[]): readonly Piece[] {
  const marks = [...block.matchAll(LEFT_OUT)].map(({ index, 0: text }) => ({
    ...wordPiece(block, index, index + text.length),
    word: false,
  }));
  return marks.length === 0 ? stops : [...stops, ...marks].toSorted((a, b) => a.start - b.start);
}
