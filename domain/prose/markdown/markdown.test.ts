import { describe, expect, test } from "vitest";
import { defaultGuidelines } from "@/domain/codebook/guidelines";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { toMarkdown } from "@/domain/prose/markdown/write";
import { plainOf } from "@/domain/prose/plain";
import type { Block, Inline, Mark } from "@/domain/prose/prose";

const words = (text: string, ...marks: Mark[]): Inline => ({ type: "text", text, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", ...(content.length > 0 && { content }) });
const [bold, italic, code] = [{ type: "bold" as const }, { type: "italic" as const }, { type: "code" as const }];
const link = (href: string): Mark => ({ type: "link", attrs: { href } });
const codeBlock = (text: string): Block => ({ type: "codeBlock", content: [{ type: "text", text }] });
const heading = (level: 1 | 2 | 3, text: string): Block => ({
  type: "heading",
  attrs: { level },
  content: [words(text)],
});
const bullets = (...items: Block[][]): Block => ({
  type: "bulletList",
  content: items.map((content) => ({ type: "listItem", content })),
});
const numbers = (start: number, ...items: Block[][]): Block => ({
  type: "orderedList",
  attrs: { start },
  content: items.map((content) => ({ type: "listItem", content })),
});

describe("Markdown as people write it", () => {
  test.each<{ when: string; source: string; is: Block[] }>([
    { when: "nothing", source: "\n", is: [paragraph()] },
    { when: "a heading", source: "## Claims ##", is: [heading(2, "Claims")] },
    { when: "an underlined heading", source: "Claims\n======\na\n-", is: [heading(1, "Claims"), heading(2, "a")] },
    {
      when: "strong and emphasised words",
      source: "A **claim** is *one* __big__ _thing_ in un*frigging*believable snake_case",
      is: [
        paragraph(
          words("A "),
          words("claim", bold),
          words(" is "),
          words("one", italic),
          words(" "),
          words("big", bold),
          words(" "),
          words("thing", italic),
          words(" in un"),
          words("frigging", italic),
          words("believable snake_case"),
        ),
      ],
    },
    {
      when: "a line that goes on in the next",
      source: "expected to\n  happen",
      is: [paragraph(words("expected to happen"))],
    },
    {
      when: "a line that ends",
      source: "one  \ntwo\\\nthree",
      is: [paragraph(words("one"), { type: "hardBreak" }, words("two"), { type: "hardBreak" }, words("three"))],
    },
    {
      when: "a list within a list",
      source: "- a\n  1. b\n\n  c\nd\n- e",
      is: [
        bullets(
          [paragraph(words("a")), numbers(1, [paragraph(words("b"))]), paragraph(words("c d"))],
          [paragraph(words("e"))],
        ),
      ],
    },
    {
      when: "lists with signs of their own",
      source: "* a\n* b\n+ c\n\n5) d\n6) e",
      is: [
        bullets([paragraph(words("a"))], [paragraph(words("b"))]),
        bullets([paragraph(words("c"))]),
        numbers(5, [paragraph(words("d"))], [paragraph(words("e"))]),
      ],
    },
    {
      when: "a number at the end of a line",
      source: "in the year\n1986. was it",
      is: [paragraph(words("in the year 1986. was it"))],
    },
    {
      when: "a quote",
      source: "> a\nb\n\nc",
      is: [{ type: "blockquote", content: [paragraph(words("a b"))] }, paragraph(words("c"))],
    },
    {
      when: "code",
      source: "```js\n  *a*\n```\n\n    b\n\nuse `a*` and ``b`c``",
      is: [
        codeBlock("  *a*"),
        codeBlock("b"),
        paragraph(words("use "), words("a*", code), words(" and "), words("b`c", code)),
      ],
    },
    {
      when: "a rule",
      source: "a\n\n---\n* * *",
      is: [paragraph(words("a")), { type: "horizontalRule" }, { type: "horizontalRule" }],
    },
    {
      when: "links",
      source: '[page](https://example.org/x "title") <https://a.org> https://b.org/c. [**m**](mailto:a@b.org)',
      is: [
        paragraph(
          words("page", link("https://example.org/x")),
          words(" "),
          words("https://a.org", link("https://a.org")),
          words(" "),
          words("https://b.org/c", link("https://b.org/c")),
          words(". "),
          words("m", bold, link("mailto:a@b.org")),
        ),
      ],
    },
    {
      when: "HTML",
      source: "<script>alert(1)</script>\n\na <b>bold</b>",
      is: [paragraph(words("<script>alert(1)</script>")), paragraph(words("a <b>bold</b>"))],
    },
    {
      when: "signs that mean nothing",
      source: "3 * 4 * 5, a_b_c, \\*x\\*, &lt;b&gt; [1] &c.",
      is: [paragraph(words("3 * 4 * 5, a_b_c, *x*, <b> [1] &c."))],
    },
    {
      when: "an example",
      source: "```example\n[Three died]{claim} in \\[a\\] [Qus]{place}[x]{planet}\n```",
      is: [
        {
          type: "example",
          content: [
            { type: "text", text: "Three died", marks: [{ type: "tagged", attrs: { kind: "claim" } }] },
            { type: "text", text: " in [a] " },
            { type: "text", text: "Qus", marks: [{ type: "tagged", attrs: { kind: "place" } }] },
            { type: "text", text: "[x]{planet}" },
          ],
        },
      ],
    },
  ])("$when", ({ source, is }) => {
    expect(fromMarkdown(source)).toEqual({ prose: { type: "doc", content: is }, notHeld: [] });
  });

  test.each<{ when: string; source: string; is: Block[] }>([
    {
      when: "table",
      source: "| a | b |\n|---|---|\n| 1 | 2 |\n\nc",
      is: [codeBlock("| a | b |\n|---|---|\n| 1 | 2 |"), paragraph(words("c"))],
    },
    { when: "picture", source: "![a map](https://example.org/m.png)", is: [paragraph(words("a map"))] },
    { when: "struck", source: "~~gone~~ ~5", is: [paragraph(words("gone ~5"))] },
    { when: "heading", source: "##### a", is: [heading(3, "a")] },
    { when: "link", source: "[x](javascript:alert(1)) [y](/there)", is: [paragraph(words("x y"))] },
  ])("what guidelines can't hold is told: $when", ({ when, source, is }) => {
    expect(fromMarkdown(source)).toEqual({ prose: { type: "doc", content: is }, notHeld: [when] });
  });
});

test("the guidelines that a project starts with show no signs of their making, and stay as they are", () => {
  const { prose, notHeld } = fromMarkdown(defaultGuidelines);
  expect(notHeld).toEqual([]);
  expect(plainOf(prose)).toContain("- A claim is the content");
  expect(plainOf(prose)).not.toMatch(/[*_#`]/);
  expect(fromMarkdown(toMarkdown(prose)).prose).toEqual(prose);
});

test.each([
  ">".repeat(50_000),
  "- ".repeat(3000),
  "[".repeat(50_000),
  "[a](".repeat(20_000),
  `${"[".repeat(20_000)}${"](x)".repeat(20_000)}`,
  `${"*".repeat(20_000)}x`,
  "*a _b ".repeat(15_000),
  "a* b_ ".repeat(15_000),
  "`a ``b ```c ".repeat(8000),
  "https:// ".repeat(10_000),
  "&#".repeat(50_000),
  "- a\n".repeat(25_000),
  "a\n".repeat(50_000),
  "|-".repeat(50_000),
  `> a\n${"b\n".repeat(45_000)}`,
  `> ${"- ".repeat(20)}\n`.repeat(2000),
])("what nobody writes is read all the same, %#", (source) => {
  expect(fromMarkdown(source).prose.content.length).toBeGreaterThan(0);
});
