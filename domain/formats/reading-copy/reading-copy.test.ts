// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageOf } from "@/domain/formats/reading-copy/html";
import { markdownOf } from "@/domain/formats/reading-copy/markdown";
import { markedPieces, marksOf } from "@/domain/formats/reading-copy/marked";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { codePoint } from "@/domain/text/offsets";

const entities = new Map([["e1", { key: "e1", name: "Local <sources>", aliases: [], attributes: {} }]]);
const ink = (text: string) => text.replace(/\s+/g, "");

test("the pieces are the text, and each tag is on its own words", () => {
  fc.assert(
    fc.property(aDocument, (document) => {
      const marks = marksOf(document);
      const pieces = markedPieces(document, marks);
      expect(pieces.map(({ text }) => text).join("")).toBe(document.text);
      for (const mark of marks) {
        const own = pieces.filter(({ on }) => on.includes(mark)).map(({ text }) => text);
        const words = mark.span.segments.map(({ start, end }) => [...document.text].slice(start, end).join(""));
        expect(own.join("")).toBe(words.join(""));
        expect(pieces.filter(({ ends }) => ends.includes(mark))).toHaveLength(1);
      }
    }),
  );
});

test("a page shows exactly the report’s words, whatever is in them, and runs nothing", () => {
  fc.assert(
    fc.property(aDocument, (document) => {
      const page = new DOMParser().parseFromString(pageOf(document, { entities }), "text/html");
      const article = page.querySelector("article");
      for (const reference of article?.querySelectorAll("sup, h1, .about") ?? []) reference.remove();
      expect(ink(article?.textContent ?? "")).toBe(ink(document.text));
      expect(page.querySelectorAll("script, img, link, iframe, b, i")).toHaveLength(0);
      expect(page.querySelectorAll("h3")).toHaveLength(document.spans.length);
    }),
    { numRuns: 40 },
  );
});

/** What CommonMark makes of text without markup: escapes and entities read, breaks gone. */
const shown = (markdown: string) =>
  markdown
    .replace(/\\\n/g, "\n")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&nbsp;", " ");

test("Markdown shows exactly the report’s words, whatever is in them", () => {
  fc.assert(
    fc.property(aDocument, (document) => {
      const markdown = markdownOf({ ...document, title: "", spans: [], links: [] }, { entities });
      expect(ink(shown(markdown.slice("# ".length)))).toBe(ink(document.text));
    }),
  );
});

test.each([
  { line: "1. no list", markdown: "1\\. no list" },
  { line: "2) no list", markdown: "2\\) no list" },
  { line: "- no list", markdown: "\\- no list" },
  { line: "+ no list", markdown: "\\+ no list" },
  { line: "* no list", markdown: "\\* no list" },
  { line: "# no heading", markdown: "\\# no heading" },
  { line: "=== no heading", markdown: "\\=\\=\\= no heading" },
  { line: "> no quote", markdown: "\\> no quote" },
  { line: "    no code", markdown: "&nbsp;&nbsp;&nbsp;&nbsp;no code" },
  {
    line: "`no code` <b>no tag</b> [no](link) &amp;",
    markdown: "\\`no code\\` \\<b\\>no tag\\</b\\> \\[no\\](link) \\&amp;",
  },
])("a line is only a line: $line", ({ line, markdown }) => {
  const document = { key: "d", title: "", text: line, metadata: {}, spans: [], links: [], notes: [] };
  expect(markdownOf(document, { entities })).toContain(`\n${markdown}\n`);
});

describe("what stands below the words", () => {
  const at = (start: number, end: number) => [{ start: codePoint(start), end: codePoint(end) }];
  const document: AnnotatedDocument = {
    key: "d",
    title: "Front <moves>",
    text: "Hama fell, sources said.",
    metadata: { language: "en", outlet: "Desk" },
    spans: [
      {
        id: "c",
        label: "claim",
        segments: at(0, 9),
        attributes: { kind: "event" },
        made: { state: "accepted", review: [{ decision: "accept", reason: "as said", by: { name: "Rev" } }] },
      },
      { id: "p", label: "place", segments: at(0, 4), attributes: {}, made: {} },
      { id: "s", label: "source", segments: at(11, 18), attributes: {}, entity: "e1", made: {} },
    ],
    links: [
      { id: "l", label: "attributed-to", from: "c", to: { span: "s" }, attributes: { how: "explicit" }, made: {} },
    ],
    notes: [{ on: { tag: "c" }, resolved: true, remarks: [{ thread: "t", body: "Really?", by: { name: "Ana" } }] }],
  };

  test.each([
    ["HTML", pageOf(document, { entities }), "Local &lt;sources&gt;"],
    ["Markdown", markdownOf(document, { entities }), "Local \\<sources\\>"],
  ])("%s names tags, links, entities, decisions and comments", (_, text, entity) => {
    expect(text).toContain(entity);
    for (const said of ["event", "accept", "as said", "Really?", "C1", "P1", "S1", "(how explicit)"])
      expect(text).toContain(said);
  });
});
