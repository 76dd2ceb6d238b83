import { type Cut, cutOf } from "@/domain/interchange/pieces";
import { sentencesIn } from "@/domain/interchange/tokens";
import type { CodePointRange, OffsetIndex } from "@/domain/text/offsets";

/**
 * A token as spaCy and Prodigy have it, in UTF-16 units: a word or sign with at most one blank after it, or everything
 * that stands between words beyond that one blank.
 */
export type Token = Cut & {
  blank: boolean;
  spaceAfter: boolean /** It is the first one of a sentence. */;
  opens: boolean;
};

/** Every character of the text is in one token or is the blank after one. No token goes over one of the borders. */
export function tokensCutAt(text: string, language: string, borders: Iterable<number>): Token[] {
  const sorted = [...new Set(borders)].toSorted((a, b) => a - b);
  const tokens: Token[] = [];
  let at = 0;
  let next = 0;
  const between = (end: number) => {
    const last = tokens.at(-1);
    if (last && at < end && text[at] === " ") {
      last.spaceAfter = true;
      at += 1;
    }
    if (at < end) tokens.push({ start: at, end, blank: true, spaceAfter: false, opens: false });
    at = end;
  };
  for (const { tokens: words } of sentencesIn(text, language)) {
    let opens = true;
    for (const word of words) {
      between(word.start);
      while ((sorted[next] ?? word.end) <= at) next += 1;
      for (let border = sorted[next] ?? word.end; at < word.end; border = sorted[next] ?? word.end) {
        const end = Math.min(border, word.end);
        tokens.push({ start: at, end, blank: false, spaceAfter: false, opens });
        opens = false;
        at = end;
        if (border <= end) next += 1;
      }
    }
  }
  between(text.length);
  return tokens;
}

/** The tokens of a stretch, first and last, without blanks at its ends; undefined where it holds nothing else. */
export function tokensOf(tokens: readonly Token[], { start, end }: Cut): { first: number; last: number } | undefined {
  let first = firstFrom(tokens, start);
  while ((tokens[first]?.end ?? end + 1) <= end && tokens[first]?.blank) first += 1;
  let last = firstFrom(tokens, end);
  do last -= 1;
  while (last >= first && (tokens[last]?.blank || (tokens[last]?.end ?? 0) > end));
  return first <= last && (tokens[first]?.start ?? end) >= start ? { first, last } : undefined;
}

/** The first token that starts at a position or after it. */
function firstFrom(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Borders of these stretches, in UTF-16 units. */
export function* bordersOf(ranges: Iterable<CodePointRange>, index: OffsetIndex): Generator<number> {
  for (const range of ranges) {
    const { start, end } = cutOf(range, index);
    yield start;
    yield end;
  }
}
