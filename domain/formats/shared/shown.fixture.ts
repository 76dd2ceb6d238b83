import { cutOf, rangeOf } from "@/domain/interchange/pieces";
import { type CodePointRange, offsetIndex } from "@/domain/text/offsets";

/** A stretch without the white space at its ends; nothing where it holds nothing else. */
export function shownPart(text: string, range: CodePointRange): CodePointRange[] {
  const index = offsetIndex(text);
  const { start, end } = cutOf(range, index);
  const words = text.slice(start, end);
  const from = start + words.search(/\S/u);
  return words.trim() === "" ? [] : [rangeOf({ start: from, end: from + words.trim().length }, index)];
}
