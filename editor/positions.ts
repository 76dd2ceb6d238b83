import { codePoint, type OffsetIndex, offsetIndex, utf16 } from "@/domain/text/offsets";
import type { Piece, TextDocument } from "@/editor/document";

/** A stretch of the report's text: code points, zero-based, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** A stretch within one piece, in ProseMirror positions. */
export type PieceRange = { readonly piece: Piece; readonly from: number; readonly to: number };

/** Carries places between the report's code points and the document's positions. */
export type Positions = {
  /** The position of a code point; in a separator, which nothing draws, the nearest drawn place after it. */
  toPosition(point: number): number;
  /** The code point of a position; between two pieces, the end of the one before. */
  toCodePoint(position: number): number;
  /** What is drawn of some spans, piece by piece, in their order. */
  rangesOf(spans: readonly Span[]): PieceRange[];
  /** The spans of what lies between two positions, one for each block. */
  spansOf(from: number, to: number): Span[];
  /** The piece that holds a code point, or the next one after it. */
  pieceAt(point: number): Piece | undefined;
  pieceAtPosition(position: number): Piece | undefined;
};

export function positionsOf({ pieces }: Pick<TextDocument, "pieces">): Positions {
  const indexes = new Map<Piece, OffsetIndex>();
  const indexOf = (piece: Piece) => {
    const known = indexes.get(piece) ?? offsetIndex(piece.text);
    indexes.set(piece, known);
    return known;
  };
  const inside = (piece: Piece, point: number) =>
    piece.from + indexOf(piece).toUtf16(codePoint(clamp(point, piece.start, piece.end) - piece.start));
  const point = (piece: Piece, position: number) => piece.start + atCharacter(piece, indexOf(piece), position);

  const firstEndingAfter = (value: number, end: "end" | "to") => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pieces[middle]?.[end] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const pieceAt = (at: number) => pieces[firstEndingAfter(at, "end")];

  const rangeOf = ({ start, end }: Span): PieceRange[] => {
    const ranges: PieceRange[] = [];
    for (let at = firstEndingAfter(start, "end"); at < pieces.length; at += 1) {
      const piece = pieces[at];
      if (!piece || piece.start >= end) break;
      ranges.push({ piece, from: inside(piece, start), to: inside(piece, end) });
    }
    return ranges;
  };

  return {
    pieceAt,
    pieceAtPosition: (position) => pieces[firstEndingAfter(position, "to")] ?? pieces.at(-1),
    toPosition(at) {
      const piece = pieceAt(at) ?? pieces.at(-1);
      return piece ? inside(piece, at) : 0;
    },
    toCodePoint(position) {
      const after = pieces[firstEndingAfter(position, "to")];
      if (after && position >= after.from) return point(after, position);
      const before = pieces[(after?.at ?? pieces.length) - 1];
      return before?.end ?? 0;
    },
    rangesOf: (spans) => spans.flatMap(rangeOf),
    spansOf(from, to) {
      const spans: { start: number; end: number; block: number }[] = [];
      for (let at = firstEndingAfter(from, "to"); at < pieces.length; at += 1) {
        const piece = pieces[at];
        if (!piece || piece.from >= to) break;
        const start = point(piece, Math.max(from, piece.from));
        const end = point(piece, Math.min(to, piece.to));
        const last = spans.at(-1);
        if (start === end) continue;
        if (last && last.block === piece.block && last.end === start) last.end = end;
        else spans.push({ start, end, block: piece.block });
      }
      return spans.map(({ start, end }) => ({ start, end }));
    },
  };
}

/** Half a character is no place: within a surrogate pair the character's start is meant. */
function atCharacter(piece: Piece, index: OffsetIndex, position: number): number {
  const unit = clamp(position, piece.from, piece.to) - piece.from;
  const before = piece.text.charCodeAt(unit - 1);
  const here = piece.text.charCodeAt(unit);
  const split = before >= 0xd800 && before <= 0xdbff && here >= 0xdc00 && here <= 0xdfff;
  return index.toCodePoint(utf16(split ? unit - 1 : unit));
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
