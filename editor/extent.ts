import type { Extent } from "@/domain/tag/wide";
import type { Positions, Span } from "@/editor/positions";
import type { Words } from "@/editor/words";

/** The most that spans cover without a gap: parts that were chosen apart are deliberate, however far apart they are. */
export function extentOf(words: Words, positions: Positions, spans: readonly Span[]): Extent {
  let longest: Extent = { paragraphs: 0, words: 0 };
  let run: Extent = longest;
  spans.forEach((span, at) => {
    const before = spans[at - 1];
    const goesOn = before !== undefined && follows(words, before, span);
    const block = (point: number) => positions.pieceAt(point)?.block;
    const same = goesOn && block(before.start) === block(span.start);
    const paragraphs = (goesOn ? run.paragraphs : 0) + (same ? 0 : 1);
    run = { paragraphs, words: (goesOn ? run.words : 0) + wordsIn(words, positions, span) };
    longest = {
      paragraphs: Math.max(longest.paragraphs, run.paragraphs),
      words: Math.max(longest.words, run.words),
    };
  });
  return longest;
}

function follows(words: Words, { end }: Span, next: Span): boolean {
  const last = words.near(end - 1);
  return last !== undefined && words.next(last)?.start === next.start;
}

function wordsIn(words: Words, positions: Positions, span: Span): number {
  return positions
    .rangesOf([span])
    .reduce(
      (sum, { piece }) => sum + words.of(piece).filter(({ start, end }) => start < span.end && end > span.start).length,
      0,
    );
}
