import { expect, test } from "vitest";
import { surroundings } from "@/components/annotate/tags/surroundings";
import type { Block } from "@/domain/report/report";

const block = (start: number, text: string): Block => ({
  ordinal: 0,
  type: "paragraph",
  attributes: {},
  start,
  text,
  before: "",
});
const long = "Before all of this happened in the far north, Hama stood and nobody had thought that it would ever fall.";

test.each([
  { when: "in a short block", blocks: [block(0, "𝔸 in Hama.")], words: "Hama", is: ["𝔸 in ", "Hama", "."] },
  {
    when: "in a long block, cut at white space",
    blocks: [block(0, "x"), block(10, long)],
    words: "Hama",
    is: ["… all of this happened in the far north, ", "Hama", " stood and nobody had thought that it …"],
  },
])("words $when", ({ blocks, words, is }) => {
  const last = blocks.at(-1);
  const at = Array.from((last?.text ?? "").split(words)[0] ?? "").length + (last?.start ?? 0);
  const found = surroundings(blocks, { start: at, end: at + words.length });
  expect([found.before, found.words, found.after]).toEqual(is);
});
