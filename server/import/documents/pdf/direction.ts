const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTER = /\p{L}/gu;

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/** Whether a line is mostly written from right to left. */
export const isRightToLeft = (text: string): boolean => 2 * count(text, RIGHT_TO_LEFT) > count(text, LETTER);

/** How a piece runs: letters from right to left, from left to right (digits too), or neither. */
function runOf(text: string): "rtl" | "ltr" | "none" {
  if (count(text, RIGHT_TO_LEFT) > 0) return "rtl";
  return /[\p{L}\p{N}]/u.test(text) ? "ltr" : "none";
}

/**
 * Puts pieces of a line that are given from left to right, as they are seen, into the order in which they are read:
 * from the right, except that Latin words and numbers next to each other stay from left to right.
 */
export function readingOrder<P extends { readonly text: string }>(seen: readonly P[]): P[] {
  const ordered: P[] = [];
  let latin: P[] = [];
  let between: P[] = [];
  for (const piece of seen.toReversed()) {
    const run = runOf(piece.text);
    if (run === "ltr") {
      latin = [piece, ...between.toReversed(), ...latin];
      between = [];
    } else if (run === "none" && latin.length > 0) between.push(piece);
    else {
      ordered.push(...latin, ...between, piece);
      latin = [];
      between = [];
    }
  }
  return [...ordered, ...latin, ...between];
}

/**
 * Many programs write the ligature of lam and alef the wrong way round. At the start of a word it shows: no Arabic word
 * begins with two alefs.
 */
export const withLamAlef = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}])([وفبكل]?)ا([اأإآ])ل/gu, (_, before: string, alef: string) => `${before}ال${alef}`);
