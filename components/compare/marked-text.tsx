import { createElement, memo, type ReactNode } from "react";
import { codePoint, offsetIndex } from "@/domain/text/offsets";
import type { Piece, TextDocument } from "@/editor/document";
import type { Drawn } from "@/editor/drawn";
import { type Mark, marksOf } from "@/editor/marks";

/** A report's text with one layer's marks, drawn as the reader draws them; it is only looked at. */
export const MarkedText = memo(function MarkedText({
  document,
  marks,
  lang,
}: {
  document: TextDocument;
  marks: readonly Drawn[];
  lang: string;
}) {
  const byPiece = perPiece(document, marks);
  return (
    <div className="text marked-text" dir={document.direction} lang={lang}>
      {document.sections.map(({ at, pieces }) => (
        <div key={at} className="section">
          {pieces.map((piece) => {
            const { class: className, ...rest } = piece.attributes;
            // The report's own title is a heading of the page; here it stands once for every column.
            const tag = /^h\d$/.test(piece.tag) ? "p" : piece.tag;
            return createElement(tag, { key: piece.at, className, ...rest }, runsOf(piece, byPiece.get(piece) ?? []));
          })}
        </div>
      ))}
    </div>
  );
});

function perPiece({ pieces }: TextDocument, marks: readonly Drawn[]): Map<Piece, Drawn[]> {
  const found = new Map<Piece, Drawn[]>();
  for (const mark of marks) {
    for (const piece of pieces) {
      if (!mark.spans.some(({ start, end }) => start < piece.end && end > piece.start)) continue;
      found.set(piece, [...(found.get(piece) ?? []), mark]);
    }
  }
  return found;
}

function runsOf(piece: Piece, drawn: readonly Drawn[]): ReactNode[] {
  const stretches = drawn.flatMap((each) =>
    each.spans
      .filter(({ start, end }) => start < piece.end && end > piece.start)
      .map(({ start, end }) => ({
        drawn: each,
        from: Math.max(0, start - piece.start),
        to: Math.min(piece.end, end) - piece.start,
      })),
  );
  const marks = marksOf(stretches);
  const index = offsetIndex(piece.text);
  const borders = [...new Set([0, index.length, ...marks.flatMap(({ from, to }) => [from, to])])].toSorted(
    (a, b) => a - b,
  );
  return borders.slice(1).map((to, at) => {
    const from = borders[at] ?? 0;
    const words = piece.text.slice(index.toUtf16(codePoint(from)), index.toUtf16(codePoint(to)));
    const here = marks.filter((mark) => mark.from <= from && to <= mark.to);
    return nested(
      words,
      here.toSorted((a, b) => a.to - a.from - (b.to - b.from)),
      from,
    );
  });
}

/** The shortest mark lies innermost. */
function nested(words: string, marks: readonly Mark[], key: number): ReactNode {
  return marks.reduce<ReactNode>(
    (inner, { className, ids }) => (
      <mark key={key} className={className} data-ids={ids.join(" ")}>
        {inner}
      </mark>
    ),
    words,
  );
}
