import { type Utf16Range, utf16 } from "./offsets";
import { partsOf } from "./segmenter";

/** A title or an initial whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Brig|Lt|Col|Maj|Capt|Cpt|Sgt|Adm|Gov|Sen|Rep|No|\p{Lu})\.\s*$/u;

/** The sentences of a block in UTF-16 units, without the space around them. A line break within a block ends none. */
export function findSentences(block: string, locale: string): Utf16Range[] {
  const sentences: Utf16Range[] = [];
  let open: number | undefined;
  for (const part of partsOf(block.replaceAll("\n", " "), "sentence", locale)) {
    const start = open ?? part.start;
    open = start;
    const end = part.start + part.text.length;
    if (ABBREVIATION.test(part.text) && end < block.length) continue;
    const text = block.slice(start, end);
    open = undefined;
    if (text.trim() === "") continue;
    const from = start + (text.length - text.trimStart().length);
    sentences.push({ start: utf16(from), end: utf16(from + text.trim().length) });
  }
  return sentences;
}
