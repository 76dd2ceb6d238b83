import { taggedKind } from "@/domain/prose/guidelines-schema";
import type { Words } from "@/domain/prose/prose";

/** What stands behind the fence of an example. */
export const EXAMPLE = "example";

const escaped = (words: string) => words.replace(/[\\[\]]/g, "\\$&");
const unescaped = (words: string) => words.replace(/\\([\\[\]])/g, "$1");

/** An example as its lines in Markdown: tagged words as `[words]{kind}`. */
export const exampleLines = (words: readonly Words[]): string[] =>
  words.length === 0
    ? []
    : words
        .map(({ text, marks = [] }) => {
          const tagged = marks.find((mark) => mark.type === "tagged");
          return tagged ? `[${escaped(text)}]{${tagged.attrs.kind}}` : escaped(text);
        })
        .join("")
        .split("\n");

const part = /\[((?:\\.|[^\\[\]]){1,10000})\]\{([a-z:0-9-]{1,70})\}|\\[\\[\]]|[^\\[]+|[\s\S]/g;

/** The words of an example and what they are tagged as; what is no tag is words. */
export function exampleOf(source: string): Words[] {
  const words: Words[] = [];
  for (const [whole, inside, kind] of source.matchAll(part)) {
    if (inside !== undefined && kind !== undefined && taggedKind.test(kind)) {
      words.push({ type: "text", text: unescaped(inside), marks: [{ type: "tagged", attrs: { kind } }] });
      continue;
    }
    const before = words.at(-1);
    const isPlain = before && before.marks === undefined;
    if (isPlain) words.pop();
    words.push({ type: "text", text: (isPlain ? before.text : "") + unescaped(whole) });
  }
  return words;
}
