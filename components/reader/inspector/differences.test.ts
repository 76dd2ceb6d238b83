import fc from "fast-check";
import { expect, test } from "vitest";
import { differences, wordByWord } from "@/components/reader/inspector/differences";

test.each([
  { before: "the army took the hill", after: "the army took a hill", reads: "the army took -the +a hill" },
  { before: "", after: "new words", reads: "+new words" },
  { before: "old words", after: "", reads: "-old words" },
  { before: "same", after: "same", reads: "same" },
])("$before → $after", ({ before, after, reads }) => {
  const signs = { same: "", gone: "-", new: "+" };
  const said = wordByWord(before, after).map(({ is, words }) => `${signs[is]}${words.trim()}`);
  expect(said.filter(Boolean).join(" ")).toBe(reads);
});

test("what stays and what is new make the new text; what stays and what is gone make the old one", () => {
  const text = fc
    .array(fc.constantFrom("the", "army", "hill", "a", "took"), { maxLength: 12 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordByWord(before, after);
      const joined = (kept: string) =>
        parts
          .filter(({ is }) => is !== kept)
          .map(({ words }) => words)
          .join("");
      expect(joined("gone")).toBe(after);
      expect(joined("new")).toBe(before);
    }),
  );
});

test("fields are named, unchanged ones are not", () => {
  const found = differences(
    { kind: "claim", attributes: { certainty: "certain", note: "x" } },
    { kind: "claim", attributes: { certainty: "possible", note: "x", checkWorthy: true } },
  );
  expect(found.map(({ what }) => what)).toEqual(["certainty", "checkWorthy"]);
});
