import { everyMatch } from "@/domain/text/every-match";
import type { SourceFound } from "./sources";

/** A stretch of a sentence and who is said to have said it; UTF-16 units. */
export interface Saying {
  readonly start: number;
  readonly end: number;
  readonly source?: SourceFound;
}

/** "…, and said that …": the same source goes on. */
const GOES_ON =
  /,? and (?:also |further |later )?(?:said|added|stated|noted|stressed|warned|claimed|reported|confirmed) (?:that )?/g;

/**
 * Who said which part of a sentence: what follows a source and its verb, or stands before both; what no source is near is
 * told by the report itself.
 */
export function sayingsIn(
  text: string,
  sentence: { start: number; end: number },
  sources: readonly SourceFound[],
): Saying[] {
  const [source, ...others] = sources;
  if (!source) return [sentence];
  const { start, end } = sentence;
  const open = Math.min(source.start, source.cue.start);
  const close = Math.max(source.end, source.cue.end);
  const [before, after] = [text.slice(start, open), text.slice(close, end)];
  const isEnd = !/\p{L}{2}.*\p{L}{2}/su.test(after);
  if (isEnd && /\p{L}/u.test(before)) return [{ start, end: open, source }];
  const next = others[0];
  const until = next ? Math.min(next.start, next.cue.start) : end;
  const quoteBefore = source.rule === "after-verb" || (/["”’,]\s*$/u.test(before) && before.length > 25);
  const first: Saying[] = quoteBefore ? [{ start, end: open, source }] : [];
  const own = parted(text, { start: close, end: Math.max(close, until) }).map((part) => ({ ...part, source }));
  const rest = next ? sayingsIn(text, { start: until, end }, others) : [];
  return [...first, ...own, ...rest];
}

function parted(text: string, { start, end }: { start: number; end: number }): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = start;
  for (const match of everyMatch(text.slice(start, end), GOES_ON)) {
    parts.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  parts.push({ start: from, end });
  return parts;
}
