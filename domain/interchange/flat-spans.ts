import type { Span } from "@/domain/interchange/document";
import { type Cut, cutOf } from "@/domain/interchange/pieces";
import type { CutSentence } from "@/domain/interchange/tokens";
import type { OffsetIndex } from "@/domain/text/offsets";

/** A stretch of a tag as tokens of the whole text, end exclusive. */
export type Stretch = { span: Span; start: number; end: number };

export type Refitted = "blank-spans" | "part-word-spans" | "separate-parts" | "overlapping-spans";

/** The tokens that each part of each span touches; `changed` hears of what is not as it was. */
export function stretchesOf(
  spans: readonly Span[],
  { text, index, tokens }: { text: string; index: OffsetIndex; tokens: readonly Cut[] },
  changed: (what: Refitted, words: string) => void,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const span of spans) {
    const found = span.segments.flatMap((segment): Stretch[] => {
      const cut = cutOf(segment, index);
      const start = firstBehind(tokens, cut.start);
      let end = start;
      while ((tokens[end]?.start ?? cut.end) < cut.end) end += 1;
      if (end === start) return [];
      const within = (tokens[start]?.start ?? 0) < cut.start || (tokens[end - 1]?.end ?? 0) > cut.end;
      if (within) changed("part-word-spans", text.slice(cut.start, cut.end));
      return [{ span, start, end }];
    });
    if (found.length === 0) changed("blank-spans", span.label);
    if (found.length > 1) changed("separate-parts", span.label);
    stretches.push(...found);
  }
  return stretches;
}

/** The first token that ends behind a position. */
function firstBehind(tokens: readonly Cut[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that can stand beside each other: of two that overlap the longer one, of equal ones the first. */
export function withoutOverlaps(stretches: readonly Stretch[], dropped: (stretch: Stretch) => void): Stretch[] {
  const taken = new Set<number>();
  const kept: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    let free = true;
    for (let at = stretch.start; at < stretch.end && free; at += 1) free = !taken.has(at);
    if (!free) {
      dropped(stretch);
      continue;
    }
    for (let at = stretch.start; at < stretch.end; at += 1) taken.add(at);
    kept.push(stretch);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Stretches of each sentence, by its own tokens; one that goes over sentences is cut at their borders. */
export function bySentence(
  stretches: readonly Stretch[],
  sentences: readonly CutSentence[],
  cut: (stretch: Stretch) => void = () => undefined,
) {
  let first = 0;
  let next = 0;
  return sentences.map((sentence) => {
    const end = first + sentence.tokens.length;
    const own: Stretch[] = [];
    for (let at = next; at < stretches.length; at += 1) {
      const stretch = stretches[at];
      if (!stretch || stretch.start >= end) break;
      own.push({
        span: stretch.span,
        start: Math.max(stretch.start, first) - first,
        end: Math.min(stretch.end, end) - first,
      });
      if (stretch.end <= end) next = at + 1;
      else if (stretch.start >= first) cut(stretch);
    }
    first = end;
    return { sentence, stretches: own };
  });
}
