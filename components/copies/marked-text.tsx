import type { Report } from "@/domain/report/report";
import { codePoint, offsetIndex } from "@/domain/text/offsets";

/** A report's text with passages marked; where they begin and how long they are in code points. */
export function MarkedText({
  read: { text, language, direction },
  marks,
}: {
  read: Pick<Report, "text" | "language" | "direction">;
  marks: readonly (readonly [number, number])[];
}) {
  const pieces = piecesOf(text, marks);
  return (
    <div lang={language} dir={direction} className="font-serif leading-relaxed break-words whitespace-pre-wrap">
      {pieces.map(({ start, words, shared }) =>
        shared ? (
          <mark key={start} className="bg-wait-wash text-ink">
            {words}
          </mark>
        ) : (
          <span key={start}>{words}</span>
        ),
      )}
    </div>
  );
}

type Piece = { start: number; words: string; shared: boolean };

/** The text in pieces, in order; passages that overlap are marked once. */
function piecesOf(text: string, marks: readonly (readonly [number, number])[]): Piece[] {
  const index = offsetIndex(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, length] of marks.toSorted(([a], [b]) => a - b)) {
    const start = Math.max(at, index.toUtf16(codePoint(from)));
    const end = index.toUtf16(codePoint(from + length));
    if (end <= start) continue;
    if (start > at) pieces.push({ start: at, words: text.slice(at, start), shared: false });
    pieces.push({ start, words: text.slice(start, end), shared: true });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, words: text.slice(at), shared: false });
  return pieces;
}
