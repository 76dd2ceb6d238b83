import { nameKey } from "@/domain/gazetteer/name-key";
import { mentionsOf } from "@/domain/text/mentions";
import { offsetIndex, utf16 } from "@/domain/text/offsets";

/** A place in a report where the same words stand, or another spelling of them. Code points of the report. */
export interface AlikeWords {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** What stands around it in its paragraph. */
  readonly before: string;
  readonly after: string;
  readonly same: "words" | "spelling";
}

const AROUND = 48;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘-][\p{L}\p{M}\p{N}]+)*/gu;
/** Names of more words than this are looked for by their letters only. */
const LONGEST = 5;

/**
 * Every place in some paragraphs where words stand again, in their order: the same words, and where `spellings` is set
 * also other spellings of them, as `domain/gazetteer/name-key.ts` has it. None overlaps another.
 */
export function alikeWords(
  blocks: readonly { readonly text: string; readonly start: number }[],
  words: string,
  { language, spellings }: { language: string; spellings: boolean },
): AlikeWords[] {
  const key = spellings ? nameKey(words) : "";
  return blocks.flatMap(({ text, start }) => {
    const index = offsetIndex(text);
    const found = mentionsOf(text, words, { locale: language, index }).map((span) => ({
      ...span,
      same: "words" as const,
    }));
    const spelt = [...key].length > 2 ? spelledIn(text, words, key) : [];
    const other = spelt
      .map((span) => ({
        start: index.toCodePoint(utf16(span.start)),
        end: index.toCodePoint(utf16(span.end)),
        same: "spelling" as const,
      }))
      .filter((span) => !found.some((each) => each.start < span.end && span.start < each.end));
    return [...found, ...other]
      .toSorted((a, b) => a.start - b.start)
      .map((span): AlikeWords => {
        const [from, to] = [index.toUtf16(span.start), index.toUtf16(span.end)];
        return {
          ...{ start: start + span.start, end: start + span.end, quote: text.slice(from, to), same: span.same },
          ...{ before: text.slice(Math.max(0, from - AROUND), from), after: text.slice(to, to + AROUND) },
        };
      });
  });
}

/** Runs of about as many words that have the same key, in UTF-16 units. */
function spelledIn(text: string, words: string, key: string): { start: number; end: number }[] {
  const size = [...words.matchAll(WORD)].length;
  if (size === 0 || size > LONGEST) return [];
  const isName = /^\p{Lu}|-\p{Lu}/u.test(words);
  const tokens = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
  }));
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    for (const length of [size + 1, size, size - 1]) {
      const [first, last] = [tokens[at], tokens[at + length - 1]];
      if (length < 1 || !first || !last || first.start < (found.at(-1)?.end ?? 0)) continue;
      // A name is written with a capital wherever it stands.
      if (isName && /\p{Ll}/u.test(first.word) && !/\p{Lu}/u.test(text.slice(first.start, last.end))) continue;
      if (nameKey(text.slice(first.start, last.end)) !== key) continue;
      found.push({ start: first.start, end: last.end });
      break;
    }
  }
  return found;
}
