import { type NameFinder, nameFinder } from "@/domain/protection/find-names";
import { masked, maskedWhole } from "@/domain/protection/mask";
import { offsetIndex, utf16 } from "@/domain/text/offsets";

/** Where names stand in a text, in code points. */
export function rangesOfNames(text: string, finder: NameFinder, index = offsetIndex(text)) {
  return finder
    .find(text)
    .map(({ start, end }) => ({ start: index.toCodePoint(utf16(start)), end: index.toCodePoint(utf16(end)) }));
}

/** Makes texts what they may leave as: every protected name in them is blocked out. */
export function outgoingWords(names: readonly string[]): { finder: NameFinder; words(text: string): string } {
  const finder = nameFinder(names);
  return {
    finder,
    words(text) {
      const found = finder.find(text);
      if (found.length > 0) {
        const index = offsetIndex(text);
        return masked(text, rangesOfNames(text, finder, index), index);
      }
      return text.includes("%") && finder.find(decoded(text)).length > 0 ? maskedWhole(text) : text;
    },
  };
}

/** What an address says that writes its letters as %D8%A3. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      return coded;
    }
  });
}
