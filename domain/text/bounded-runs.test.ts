import { describe, expect, test } from "vitest";
import { joinBlocks, splitIntoBlocks } from "./blocks";
import { BLOCKS_AT_MOST, LONGEST_BLOCK } from "./bounded-runs";
import { codePointLength, sliceCodePoints } from "./offsets";

const filled = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const long = 300_000;

/** Texts that are all of one thing, which readers made for prose may take ages over. */
const extremes: Readonly<Record<string, string>> = {
  "short paragraphs": filled("d\n\n", long),
  "short lines": filled("d\n", long),
  "one paragraph": filled("Nobody was hurt. ", long),
  "one word": filled("x", long),
  newlines: filled("\n", long),
  blanks: `a\n${" ".repeat(long)}\nb`,
  "astral letters": "😀".repeat(long / 2),
  "families of four": "👨‍👩‍👧‍👦".repeat(30_000),
  "marks upon marks": `a${"\u0301".repeat(long)}`,
  "fences that open": filled("```\n", long),
  "fences in fences": filled("````\n```\n", long),
  "a heading of signs": `# ${filled("# ", long)}`,
  "a heading and blanks": `# a${" ".repeat(long)}b`,
  "table cells": `|a|\n|-|\n${filled("|a|b|c\n", long)}`,
  "one row of cells": `${filled("a | ", long)}\n---|---`,
  "bars alone": `${"|".repeat(long)}\n|-|`,
  "a rule that is none": `a|b\n${filled("|-", long)}x`,
  "list items": filled("- a\n", long),
  quotes: filled("> a\n>\n", long),
  underlines: filled("a\n=\n", long),
};

describe.each(["text/plain", "text/markdown"] as const)("%s", (mediaType) => {
  test.each(Object.entries(extremes))("%s come back, in blocks that are neither too long nor too many", (_, text) => {
    const { blocks, tail } = splitIntoBlocks(text, mediaType);
    expect(joinBlocks(blocks, tail) === text).toBe(true);
    expect(blocks.length).toBeLessThanOrEqual(BLOCKS_AT_MOST);
    const one = text.replace(/\s/g, "").length > 0;
    expect(blocks.length > 0 || !one || mediaType === "text/markdown").toBe(true);
    for (const block of blocks.filter((_, at) => at % 97 === 0)) {
      expect(block.text.trim()).toBe(block.text);
      expect(block.text.length).toBeLessThanOrEqual(LONGEST_BLOCK * 2);
      expect(sliceCodePoints(text, block.start, block.end) === block.text).toBe(true);
    }
    expect(blocks.reduce((end, block) => (block.start >= end ? block.end : Number.NaN), 0)).not.toBeNaN();
    expect(codePointLength(joinBlocks(blocks, tail))).toBe([...text].length);
  });
});

test("a long paragraph is cut after a sentence, and what goes on is a paragraph too", () => {
  const text = `- ${"The bridge was closed. ".repeat(4000)}`;
  const { blocks } = splitIntoBlocks(text, "text/markdown");
  expect(blocks.length).toBeGreaterThan(2);
  expect(blocks.every((block) => block.text.endsWith("closed."))).toBe(true);
  expect(blocks.map(({ type }) => type)).toEqual(["list-item", ...blocks.slice(1).map(() => "paragraph")]);
});

test("no character is cut in two", () => {
  const family = "👨‍👩‍👧‍👦";
  const { blocks } = splitIntoBlocks(family.repeat(10_000), "text/plain");
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.every(({ text }) => text.startsWith(family) && text.endsWith(family))).toBe(true);
});

test("a text of usual paragraphs keeps every one of them, and its title", () => {
  const text = `Night in the hills\n\n${"A paragraph.\n\n".repeat(10_000)}`;
  const { blocks } = splitIntoBlocks(text, "text/plain");
  expect(blocks).toHaveLength(10_001);
  expect(blocks[0]?.type).toBe("heading");
});

test("beyond the limit paragraphs stand together, and the title still by itself", () => {
  const text = `Night in the hills\n\n${"A paragraph.\n\n".repeat(50_000)}`;
  const { blocks } = splitIntoBlocks(text, "text/plain");
  expect(blocks.length).toBeLessThanOrEqual(BLOCKS_AT_MOST);
  expect(blocks[0]).toMatchObject({ type: "heading", text: "Night in the hills" });
  expect(blocks[1]?.text).toBe("A paragraph.\n\nA paragraph.\n\nA paragraph.");
});
