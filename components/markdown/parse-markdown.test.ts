import { expect, test } from "vitest";
import { parseMarkdown } from "@/components/markdown/parse-markdown";
import type { Inline, ProseBlock } from "@/components/markdown/prose";
import { defaultGuidelines } from "@/domain/codebook/guidelines";

test.each<{ when: string; source: string; is: ProseBlock[] }>([
  { when: "a heading", source: "## Claims", is: [{ is: "heading", level: 2, of: ["Claims"] }] },
  {
    when: "strong and emphasised words",
    source: "A **claim** is *one* thing",
    is: [
      {
        is: "paragraph",
        of: ["A ", { is: "strong", of: ["claim"] }, " is ", { is: "emphasis", of: ["one"] }, " thing"],
      },
    ],
  },
  {
    when: "a line that goes on in the next",
    source: "expected to\n  happen",
    is: [{ is: "paragraph", of: ["expected to happen"] }],
  },
  {
    when: "a list within a list",
    source: "- a\n  1. b",
    is: [
      {
        is: "list",
        start: undefined,
        items: [
          [
            { is: "paragraph", of: ["a"] },
            { is: "list", start: 1, items: [[{ is: "paragraph", of: ["b"] }]] },
          ],
        ],
      },
    ],
  },
  {
    when: "a table",
    source: "| a | b |\n|---|---|\n| 1 | 2 |",
    is: [{ is: "table", head: [["a"], ["b"]], rows: [[["1"], ["2"]]] }],
  },
  {
    when: "a link",
    source: "[page](https://example.org/x)",
    is: [{ is: "paragraph", of: [{ is: "link", href: "https://example.org/x", of: ["page"] }] }],
  },
  { when: "a link that would run", source: "[x](javascript:alert(1))", is: [{ is: "paragraph", of: ["x"] }] },
  { when: "a picture", source: "![a map](https://example.org/m.png)", is: [{ is: "paragraph", of: ["a map"] }] },
  {
    when: "HTML",
    source: "<script>alert(1)</script>",
    is: [{ is: "paragraph", of: ["<script>alert(1)</script>"] }],
  },
  {
    when: "HTML between words",
    source: "a <b>bold</b> word",
    is: [{ is: "paragraph", of: ["a ", "<b>", "bold", "</b>", " word"] }],
  },
])("$when", ({ source, is }) => {
  expect(parseMarkdown(source)).toEqual(is);
});

test("the guidelines that a project starts with show no marks of their making", () => {
  const shown = wordsIn(parseMarkdown(defaultGuidelines)).join("\n");
  expect(shown).toContain("A claim is the content");
  expect(shown).not.toMatch(/[*_#`]/);
});

test.each([">".repeat(50_000), "- ".repeat(3000), "[".repeat(20_000), `${"*".repeat(20_000)}x`])(
  "what nobody writes is shown all the same, %#",
  (source) => {
    expect(parseMarkdown(source).length).toBeGreaterThan(0);
  },
);

function wordsIn(blocks: readonly ProseBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.is === "list") return block.items.flatMap(wordsIn);
    if (block.is === "quote") return wordsIn(block.of);
    if (block.is === "code") return [block.text];
    return block.is === "heading" || block.is === "paragraph" ? [block.of.map(said).join("")] : [];
  });
}

function said(inline: Inline): string {
  if (typeof inline === "string") return inline;
  if ("text" in inline) return inline.text;
  return "of" in inline ? inline.of.map(said).join("") : "\n";
}
