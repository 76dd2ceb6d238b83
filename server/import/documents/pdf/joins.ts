import type { Inline } from "@/domain/document/piece";

/** Words of a document with a hyphen inside a line: there it belongs to the word. */
export function hyphenatedIn(lines: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)+/gu))
      found.add(word.toLowerCase().replaceAll("‐", "-"));
  }
  return found;
}

/** How a line goes on in the next one: what of its end goes, what comes between, and the mark that tells of it. */
export interface Join {
  readonly cut: number;
  readonly between: Inline[];
  readonly undone: boolean;
}

const HYPHEN = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)([-‐\u00ad])$/u;
/** Writing without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。「」]/u;

export function joinOf(line: string, next: string, hyphenated: ReadonlySet<string>): Join {
  const [, before = "", hyphen = ""] = HYPHEN.exec(line) ?? [];
  const after = /^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? "";
  if (hyphen && after) {
    const belongs = hyphenated.has(`${before}-${after}`.toLowerCase()) || /[-‐]/.test(before);
    const divided = hyphen === "\u00ad" || (/^\p{Ll}/u.test(after) && !belongs);
    if (!divided) return { cut: 0, between: [], undone: false };
    return { cut: 1, between: [{ text: "", marks: [{ is: "hyphen", was: `${hyphen}\n` }] }], undone: true };
  }
  if (/[\p{L}\p{N}][–—/]$/u.test(line)) return { cut: 0, between: [], undone: false };
  const unspaced = UNSPACED.test(line.at(-1) ?? "") && UNSPACED.test(next.at(0) ?? "");
  return { cut: 0, between: unspaced ? [] : [{ text: " ", marks: [] }], undone: false };
}
