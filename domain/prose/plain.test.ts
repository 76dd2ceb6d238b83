import fc from "fast-check";
import { expect, test } from "vitest";
import { proseFlaws } from "@/domain/prose/check";
import { isPlain, plainOf, proseOf, trimmed } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";
import { commentSchema } from "@/domain/prose/schema";

test("plain words become a document of the schema and the same words again", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z <>&@\n\-•ء-ي]{1,80}$/u), (words) => {
      const prose = proseOf(words);
      expect(proseFlaws(prose, commentSchema)).toEqual([]);
      expect(isPlain(prose)).toBe(true);
      expect(plainOf(prose)).toBe(words);
    }),
  );
});

test("empty lines around a text go, those within it stay", () => {
  expect(plainOf(trimmed(proseOf("\n \na\n\nb\n\n")))).toBe("a\n\nb");
  expect(trimmed(proseOf("\n")).content).toEqual([]);
});

test("formatting reads as people type it", () => {
  const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });
  const prose = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "Ask " },
          { type: "mention", attrs: { userId: "x", label: "Ana Lima" } },
          { type: "hardBreak" },
          { type: "text", text: "twice", marks: [{ type: "bold" }] },
        ],
      },
      {
        type: "reportQuote",
        attrs: {
          revisionId: "x",
          segments: [
            { start: 0, end: 4, quote: "a\nb" },
            { start: 9, end: 10, quote: "c" },
          ],
        },
      },
      {
        type: "orderedList",
        content: [
          {
            type: "listItem",
            content: [
              paragraph("one"),
              { type: "bulletList", content: [{ type: "listItem", content: [paragraph("two")] }] },
            ],
          },
        ],
      },
    ],
  } as unknown as Prose;
  expect(plainOf(prose)).toBe("Ask @Ana Lima\ntwice\n> a\n> b … c\n1. one\n   - two");
  expect(isPlain(prose)).toBe(false);
});
