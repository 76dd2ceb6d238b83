import { boundariesOf, snapToCharacters, snapToWords } from "@/domain/text/boundaries";
import { offsetIndex, type Utf16Range, utf16 } from "@/domain/text/offsets";
import type { Piece, TextDocument } from "@/editor/document";
import type { Positions, Span } from "@/editor/positions";

/** A word or sentence, or all of a piece that has none, in code points of the whole text. */
export type Word = Span & { readonly piece: Piece };

export type Words = {
  of(piece: Piece): readonly Word[];
  sentencesOf(piece: Piece): readonly Word[];
  /** The word around or after a code point, else the last one. */
  near(point: number): Word | undefined;
  next(word: Word): Word | undefined;
  previous(word: Word): Word | undefined;
  sentenceAt(point: number): Word | undefined;
  /** The words that spans touch, whole; with `exact`, whole characters. Spans that touch nothing visible are left out. */
  snap(spans: readonly Span[], exact?: boolean): Span[];
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

  return {
    of,
    sentencesOf,
    near(point) {
      const piece = pieceAt(point);
      return piece && around(of(piece), point);
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
    snap(spans, exact = false) {
      return positions
        .rangesOf(spans)
        .flatMap(({ piece, from, to }) => {
          const range = { start: utf16(from - piece.from), end: utf16(to - piece.from) };
          const snapped = exact ? snapToCharacters(piece.text, range) : snapToWords(piece.text, range, locale);
          return snapped && snapped.start < snapped.end ? [placed(piece)(snapped)] : [];
        })
        .reduce<Word[]>(joined, [])
        .map(({ start, end }) => ({ start, end }));
    },
  };
}

function find(piece: Piece, locale: string | undefined) {
  const { words, sentences } = boundariesOf(piece.text, locale);
  const all = [{ start: utf16(0), end: utf16(piece.text.length) }];
  const place = placed(piece);
  return {
    words: (words.length > 0 ? words : all).map(place),
    sentences: (sentences.length > 0 ? sentences : all).map(place),
  };
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
