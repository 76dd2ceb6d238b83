import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { storedBlock } from "./block-schema";
import { type BlockMediaType, blockAt, blocksFrom, joinBlocks, keptBlock, splitIntoBlocks } from "./blocks";
import { canonicalText } from "./canonical";
import { codePoint, codePointLength, sliceCodePoints } from "./offsets";

const LONG = "The Syrian Army troops continued their operation in the region of Aqayrabat. ".repeat(3).trim();

const shown = (text: string, mediaType: BlockMediaType) =>
  splitIntoBlocks(text, mediaType).blocks.map(({ type, attributes, text: words }) => [
    type,
    words,
    ...Object.values(attributes),
  ]);

describe("plain text", () => {
  test.each([
    { when: "empty", text: "", blocks: [] },
    { when: "blank", text: " \n\n\u00a0\n", blocks: [] },
    { when: "one line", text: "Hama", blocks: [["paragraph", "Hama"]] },
    {
      when: "title and body",
      text: "Front opens\n\n\nThe army said.",
      blocks: [
        ["heading", "Front opens", 1],
        ["paragraph", "The army said."],
      ],
    },
    {
      when: "first line is a sentence",
      text: "It rained.\n\nStill.",
      blocks: [
        ["paragraph", "It rained."],
        ["paragraph", "Still."],
      ],
    },
    {
      when: "Arabic sentence",
      text: "هطل المطر۔\n\nحلب",
      blocks: [
        ["paragraph", "هطل المطر۔"],
        ["paragraph", "حلب"],
      ],
    },
    {
      when: "first lines are two",
      text: "Front\nopens\n\nYes",
      blocks: [
        ["paragraph", "Front\nopens"],
        ["paragraph", "Yes"],
      ],
    },
    {
      when: "no blank line after the title",
      text: "Front opens\nThe army",
      blocks: [["paragraph", "Front opens\nThe army"]],
    },
    {
      when: "space around",
      text: "  a.  \n \n\tb  ",
      blocks: [
        ["paragraph", "a."],
        ["paragraph", "b"],
      ],
    },
    {
      when: "nobody wrapped the lines",
      text: `${LONG}\n${LONG}`,
      blocks: [
        ["paragraph", LONG],
        ["paragraph", LONG],
      ],
    },
    {
      when: "Markdown is not read",
      text: "# a.\n\n- b",
      blocks: [
        ["paragraph", "# a."],
        ["paragraph", "- b"],
      ],
    },
  ])("$when", ({ text, blocks }) => expect(shown(text, "text/plain")).toEqual(blocks));
});

describe("Markdown", () => {
  test.each([
    {
      when: "headings",
      text: "# One #\n## Two\nText",
      blocks: [
        ["heading", "One", 1],
        ["heading", "Two", 2],
        ["paragraph", "Text"],
      ],
    },
    {
      when: "underlined headings",
      text: "One\n===\nTwo\n---",
      blocks: [
        ["heading", "One", 1],
        ["heading", "Two", 2],
      ],
    },
    { when: "no heading", text: "#tag\n\n#", blocks: [["paragraph", "#tag"]] },
    {
      when: "nested lists",
      text: "- a\n  - b\n    more\n- c\n\n3. d",
      blocks: [
        ["list-item", "a", "bullet", 1, "-"],
        ["list-item", "b\n    more", "bullet", 2, "-"],
        ["list-item", "c", "bullet", 1, "-"],
        ["list-item", "d", "ordered", 1, "3."],
      ],
    },
    { when: "a year at a line's start", text: "since\n2016. The", blocks: [["paragraph", "since\n2016. The"]] },
    {
      when: "quotes",
      text: "> a\n> b\n>\n> c\n> > d",
      blocks: [
        ["quote", "a\n> b", 1],
        ["quote", "c", 1],
        ["quote", "d", 2],
      ],
    },
    {
      when: "a rule",
      text: "a\n\n***\n\nb",
      blocks: [
        ["paragraph", "a"],
        ["paragraph", "b"],
      ],
    },
    {
      when: "front matter",
      text: "---\ntitle: a\n---\n# b",
      blocks: [
        ["paragraph", "title: a"],
        ["heading", "b", 1],
      ],
    },
    {
      when: "fenced code",
      text: "```\n# a\n\n- b\n```\nc",
      blocks: [
        ["paragraph", "```\n# a\n\n- b\n```"],
        ["paragraph", "c"],
      ],
    },
    {
      when: "a table",
      text: "| Town | Held |\n|---|:-:|\n| Hama | yes \\| no |\n| | x |\nafter",
      blocks: [
        ["table-cell", "Town", 1, 1],
        ["table-cell", "Held", 1, 2],
        ["table-cell", "Hama", 2, 1],
        ["table-cell", "yes \\| no", 2, 2],
        ["table-cell", "x", 3, 2],
        ["paragraph", "after"],
      ],
    },
    { when: "emphasis stays", text: "**a** [b](c)", blocks: [["paragraph", "**a** [b](c)"]] },
  ])("$when", ({ text, blocks }) => expect(shown(text, "text/markdown")).toEqual(blocks));
});

describe.each<BlockMediaType>(["text/plain", "text/markdown"])("any text as %s", (mediaType) => {
  const canonical = anyText
    .map((text) => canonicalText(text.replaceAll("\0", "")))
    .map((made) => (made.ok ? made.text : ""));

  test("comes back exactly, from fresh and from kept blocks", () => {
    fc.assert(
      fc.property(canonical, (text) => {
        const { blocks, tail } = splitIntoBlocks(text, mediaType);
        expect(joinBlocks(blocks, tail)).toBe(text);
        const stored = blocks.map(keptBlock);
        expect(stored.map((block) => storedBlock.parse(block))).toEqual(stored);
        expect(blocksFrom(stored)).toEqual(blocks);
      }),
      { numRuns: 300 },
    );
  });

  test("stands in its blocks at the positions they name, in order, without space at their ends", () => {
    fc.assert(
      fc.property(canonical, (text) => {
        const { blocks } = splitIntoBlocks(text, mediaType);
        let last = 0;
        for (const [at, { ordinal, start, end, text: words }] of blocks.entries()) {
          expect(sliceCodePoints(text, start, end)).toBe(words);
          expect([ordinal, words.trim(), words.length > 0]).toEqual([at, words, true]);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("in plain text every visible character belongs to a block", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { blocks, tail } = splitIntoBlocks(text, "text/plain");
      expect(blocks.map(({ before }) => before).join("") + tail).toMatch(/^\s*$/);
    }),
  );
});

test("the block at a position is found, also in the space after it", () => {
  const { blocks } = splitIntoBlocks("\n😊 One\n\nTwo", "text/plain");
  const at = (position: number) => blockAt(blocks, codePoint(position))?.text;
  expect([0, 1, 5, 7, 8, 10].map(at)).toEqual([undefined, "😊 One", "😊 One", "😊 One", "Two", "Two"]);
  expect(codePointLength("\n😊 One\n\nTwo")).toBe(11);
});
