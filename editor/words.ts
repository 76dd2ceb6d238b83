import { boundariesOf, snapToCharacters, snapToWords, wordOver } from "@/domain/text/boundaries";
import { clausesOf as findClauses } from "@/domain/text/clauses";
import { offsetIndex, type Utf16Range, utf16 } from "@/domain/text/offsets";
import type { Piece, TextDocument } from "@/editor/document";
import type { Positions, Span } from "@/editor/positions";

/** A word, symbol or sentence, or all of a piece that has none, in code points of the whole text. */
export type Word = Span & { readonly piece: Piece };

export type Words = {
  /** The words and symbols of a piece: what the word cursor stops at. */
  of(piece: Piece): readonly Word[];
  sentencesOf(piece: Piece): readonly Word[];
  clausesOf(piece: Piece): readonly Word[];
  /** The word around or after a code point, else the last one. */
  near(point: number): Word | undefined;
  /** The word or symbol on whose character a pointer is; undefined on space and punctuation. */
  over(point: number): Word | undefined;
  next(word: Word): Word | undefined;
  previous(word: Word): Word | undefined;
  sentenceAt(point: number): Word | undefined;
  /**
   * The words that spans touch, whole; with `exact`, whole characters. What is not visible is left out, and so is the
   * full stop of the block before when a span only begins there.
   */
  snap(spans: readonly Span[], exact?: boolean): Span[];
  /**
   * What is chosen from one place to another, one span for each block. Its two ends stay where they are given; where it
   * goes from block to block, each span ends and begins at a word, whatever chooses.
   */
  between(start: number, end: number): Span[];
};

const KEPT = 64;

/** `locale` is the BCP 47 language of the report. */
export function wordsOf({ pieces }: TextDocument, positions: Positions, locale?: string): Words {
  const kept = new Map<Piece, { words: readonly Word[]; sentences: readonly Word[] }>();
  const at = (piece: Piece) => {
    const known = kept.get(piece) ?? find(piece, locale);
    kept.delete(piece);
    kept.set(piece, known);
    const [oldest] = kept.size > KEPT ? kept.keys() : [];
    if (oldest) kept.delete(oldest);
    return known;
  };
  const pieceAt = (point: number) => positions.pieceAt(point) ?? pieces.at(-1);
  const around = (words: readonly Word[], point: number) => words.find(({ end }) => end > point) ?? words.at(-1);
  const of = (piece: Piece) => at(piece).words;
  const sentencesOf = (piece: Piece) => at(piece).sentences;

  const snapOne = (span: Span, exact: boolean): Word[] => {
    const parts = positions.rangesOf([span]).flatMap(({ piece, from, to }) => {
      const range = { start: utf16(from - piece.from), end: utf16(to - piece.from) };
      const snapped = exact ? snapToCharacters(piece.text, range) : snapToWords(piece.text, range, locale);
      if (!snapped || snapped.start >= snapped.end) return [];
      const isWhole = from === piece.from && to === piece.to;
      return [{ word: placed(piece)(snapped), keep: exact || isWhole || touches(piece, snapped, locale) }];
    });
    const kept = parts.filter(({ keep }) => keep);
    return (kept.length > 0 ? kept : parts).map(({ word }) => word);
  };
  const snap = (spans: readonly Span[], exact = false): Span[] =>
    spans
      .flatMap((span) => snapOne(span, exact))
      .reduce<Word[]>(joined, [])
      .map(({ start, end }) => ({ start, end }));

  return {
    of,
    sentencesOf,
    clausesOf: (piece) => clauses(piece, locale),
    snap,
    near(point) {
      const piece = pieceAt(point);
      return piece && around(of(piece), point);
    },
    over(point) {
      const piece = positions.pieceAt(point);
      const [range] = piece && point >= piece.start ? positions.rangesOf([{ start: point, end: point + 1 }]) : [];
      const found = range && wordOver(range.piece.text, utf16(range.from - range.piece.from), locale);
      return found && range && placed(range.piece)(found);
    },
    between(start, end) {
      const whole = { start, end };
      const spans = snap([whole]);
      const exact = snap([whole], true);
      const [first, last] = [spans[0], spans.at(-1)];
      if (!first || !last || spans.length === 1) return exact;
      const [left, right] = [exact[0]?.start ?? first.start, exact.at(-1)?.end ?? last.end];
      return [{ start: left, end: first.end }, ...spans.slice(1, -1), { start: last.start, end: right }];
    },
    next(word) {
      const after = pieces[word.piece.at + 1];
      return of(word.piece).find(({ start }) => start > word.start) ?? (after && of(after)[0]);
    },
    previous(word) {
      const before = pieces[word.piece.at - 1];
      return of(word.piece).findLast(({ start }) => start < word.start) ?? (before && of(before).at(-1));
    },
    sentenceAt(point) {
      const piece = pieceAt(point);
      return piece && around(sentencesOf(piece), point);
    },
  };
}

function find(piece: Piece, locale: string | undefined) {
  const { stops: words, sentences } = boundariesOf(piece.text, locale);
  const all = [{ start: utf16(0), end: utf16(piece.text.length) }];
  const place = placed(piece);
  return {
    words: (words.length > 0 ? words : all).map(place),
    sentences: (sentences.length > 0 ? sentences : all).map(place),
  };
}

function clauses(piece: Piece, locale: string | undefined): readonly Word[] {
  const found = findClauses(piece.text, locale);
  return found.length > 0 ? found.map(placed(piece)) : find(piece, locale).words;
}

function touches({ text }: Piece, { start, end }: Utf16Range, locale: string | undefined): boolean {
  return boundariesOf(text, locale).stops.some((stop) => stop.start < end && stop.end > start);
}

function placed(piece: Piece) {
  const index = offsetIndex(piece.text);
  return ({ start, end }: Utf16Range): Word => ({
    piece,
    start: piece.start + index.toCodePoint(start),
    end: piece.start + index.toCodePoint(end),
  });
}

/** Pieces of one block follow each other without a gap, but for the space that snapping took away. */
function joined(words: Word[], word: Word): Word[] {
  const last = words.at(-1);
  const goesOn = last && last.piece.block === word.piece.block && last.piece.at + 1 === word.piece.at;
  if (goesOn) words[words.length - 1] = { piece: word.piece, start: last.start, end: word.end };
  else words.push(word);
  return words;
}
