import type { Span } from "@/editor/positions";
import type { Words } from "@/editor/words";

export type Edge = "start" | "end";

/** Sorted, without overlaps; spans that touch become one. */
export function tidied(spans: readonly Span[]): Span[] {
  const tidy: Span[] = [];
  for (const { start, end } of spans.filter((span) => span.start < span.end).toSorted((a, b) => a.start - b.start)) {
    const last = tidy.at(-1);
    if (last && start <= last.end) tidy[tidy.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else tidy.push({ start, end });
  }
  return tidy;
}

/** The spans with more words. */
export const added = (spans: readonly Span[], more: readonly Span[]) => tidied([...spans, ...more]);

/**
 * The spans with one end moved by a word, `way` 1 onward or -1 back. A border that leaves its block goes on in the next
 * one; the last word stays. Undefined when nothing would change.
 */
export function nudged(words: Words, spans: readonly Span[], edge: Edge, way: 1 | -1): Span[] | undefined {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return undefined;
  if (edge === "start") {
    const here = words.near(first.start);
    const word = here && (way < 0 ? words.previous(here) : words.next(here));
    if (!word) return undefined;
    if (way > 0) return trimmed(spans, word.start, Number.POSITIVE_INFINITY);
    const sameBlock = word.piece.block === here.piece.block;
    return sameBlock ? tidied([{ start: word.start, end: first.end }, ...spans]) : tidied([word, ...spans]);
  }
  const here = words.near(last.end - 1);
  const word = here && (way > 0 ? words.next(here) : words.previous(here));
  if (!word) return undefined;
  if (way < 0) return trimmed(spans, Number.NEGATIVE_INFINITY, word.end);
  const sameBlock = word.piece.block === here.piece.block;
  return sameBlock ? tidied([...spans, { start: last.start, end: word.end }]) : tidied([...spans, word]);
}

/** The spans with one end at another place, as a handle is dragged; at a word's border, but with `exact`. */
export function dragged(
  words: Words,
  spans: readonly Span[],
  { edge, point, exact }: { edge: Edge; point: number; exact: boolean },
): Span[] | undefined {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return undefined;
  const place = border(words, point, edge, exact);
  if (edge === "start") {
    if (place >= last.end) return undefined;
    if (place >= first.start) return trimmed(spans, place, Number.POSITIVE_INFINITY);
    return tidied([...words.between(place, first.end), ...spans.slice(1)]);
  }
  if (place <= first.start) return undefined;
  if (place <= last.end) return trimmed(spans, Number.NEGATIVE_INFINITY, place);
  return tidied([...spans.slice(0, -1), ...words.between(last.start, place)]);
}

function border(words: Words, point: number, edge: Edge, exact: boolean): number {
  const beside = edge === "start" ? { start: point, end: point + 1 } : { start: point - 1, end: point };
  if (exact) return words.snap([beside], true)[0]?.[edge] ?? point;
  return words.near(beside.start)?.[edge] ?? point;
}

function trimmed(spans: readonly Span[], low: number, high: number): Span[] | undefined {
  const kept = spans
    .map(({ start, end }) => ({ start: Math.max(start, low), end: Math.min(end, high) }))
    .filter(({ start, end }) => start < end);
  return kept.length > 0 ? kept : undefined;
}
