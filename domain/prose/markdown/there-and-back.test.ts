import fc from "fast-check";
import { expect, test } from "vitest";
import { proseFlaws } from "@/domain/prose/check";
import { guidelinesSchema } from "@/domain/prose/guidelines-schema";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { toMarkdown } from "@/domain/prose/markdown/write";
import { plainOf } from "@/domain/prose/plain";
import type { Block, Inline, Mark, Paragraph, Prose, Words } from "@/domain/prose/prose";

const letters = [
  ..."ab 1",
  " ",
  "ح",
  "é",
  "😀",
  ..."*_`~[](){}<>!&#-+.:|=\\/\"';,",
  "https://a.org",
  "&amp;",
  "\t",
  "\n",
];
const text = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map((all) => all.join(""));
const codeText = text.map((words) => words.replace(/\n/g, " "));
const href = fc.constantFrom("https://a.org/b", "https://a.org/(b)?c=<d>&amp;e\\*f_", "mailto:a@b.org");

const marks = fc.record({
  bold: fc.boolean(),
  italic: fc.boolean(),
  code: fc.integer({ min: 0, max: 4 }),
  link: fc.option(href, { freq: 3 }),
});

const marked: fc.Arbitrary<Words> = marks.chain(({ bold, italic, code, link }) =>
  (code === 0 ? codeText : text).map((words) => {
    const all: Mark[] = [
      ...(bold ? [{ type: "bold" as const }] : []),
      ...(italic ? [{ type: "italic" as const }] : []),
      ...(link === null ? [] : [{ type: "link" as const, attrs: { href: link } }]),
      ...(code === 0 ? [{ type: "code" as const }] : []),
    ];
    return { type: "text", text: words, ...(all.length > 0 && { marks: all }) };
  }),
);

/** Neighbours with the same marks are one, as the editor keeps them. */
function merged<Part extends Inline>(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const same = last && JSON.stringify(last.marks) === JSON.stringify(part.marks);
    if (same && last.type === "text" && part.type === "text") {
      out.pop();
      out.push({ ...last, text: last.text + part.text });
    } else out.push(part);
  }
  return out;
}

const words = fc.array(marked, { minLength: 1, maxLength: 4 }).map(merged);
const inlines: fc.Arbitrary<Inline[]> = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.flatMap((line, nth): Inline[] => (nth === 0 ? line : [{ type: "hardBreak" }, ...line])));

const paragraph: fc.Arbitrary<Paragraph> = inlines.map((content) => ({ type: "paragraph", content }));
const heading = fc
  .tuple(fc.constantFrom(1, 2, 3), words)
  .map(([level, content]): Block => ({ type: "heading", attrs: { level: level as 1 }, content }));
const code = fc.array(fc.constantFrom(...letters, "```", "~~~", "    "), { maxLength: 8 }).map((all): Block => {
  const said = all.join("");
  return { type: "codeBlock", ...(said !== "" && { content: [{ type: "text", text: said }] }) };
});
const example = fc
  .array(fc.tuple(text, fc.constantFrom("", "", "claim", "place", "source", "label:arms")), { maxLength: 4 })
  .map((all): Block => {
    const content = merged(
      all.map(
        ([said, kind]): Words => ({
          type: "text",
          text: said,
          ...(kind !== "" && { marks: [{ type: "tagged", attrs: { kind } }] }),
        }),
      ),
    );
    return { type: "example", ...(content.length > 0 && { content }) };
  });
const leaf = fc.oneof(paragraph, paragraph, heading, code, example, fc.constant<Block>({ type: "horizontalRule" }));

const { block } = fc.letrec<{ block: Block; blocks: Block[]; item: Block[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: "prose" },
    leaf,
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map(
      (items): Block => ({
        type: "bulletList",
        content: items.map((content) => ({ type: "listItem", content })),
      }),
    ),
    fc.tuple(fc.integer({ min: 0, max: 12 }), fc.array(tie("item"), { minLength: 1, maxLength: 3 })).map(
      ([start, items]): Block => ({
        type: "orderedList",
        attrs: { start },
        content: items.map((content) => ({ type: "listItem", content })),
      }),
    ),
    tie("blocks").map((content): Block => ({ type: "blockquote", content })),
  ),
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
  item: fc.oneof(
    fc.constant<Block[]>([{ type: "paragraph" }]),
    fc.tuple(paragraph, fc.array(tie("block"), { maxLength: 2 })).map(([first, rest]): Block[] => [first, ...rest]),
  ),
}));

/** Guidelines as Markdown can hold them. */
const aDocument: fc.Arbitrary<Prose> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: "doc", content }));

test("what is written as Markdown is read as the same guidelines", () => {
  fc.assert(
    fc.property(aDocument, (prose) => {
      expect(proseFlaws(prose, guidelinesSchema)).toEqual([]);
      const markdown = toMarkdown(prose);
      expect(fromMarkdown(markdown), markdown).toEqual({ prose, notHeld: [] });
    }),
    { numRuns: 300 },
  );
});

const anySource = fc
  .array(
    fc.constantFrom(
      ..."ab 12 *_`~[](){}<>!&#-+.:|=\\>\n\n\n\t",
      "\n- ",
      "\n1. ",
      "\n> ",
      "\n    ",
      "\n```",
      "http://a",
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));

test("whatever is read is a document of the schema, and keeps its words when it is written and read again", () => {
  fc.assert(
    fc.property(fc.oneof(anySource, fc.string({ unit: "binary", maxLength: 60 })), (source) => {
      const { prose } = fromMarkdown(source);
      expect(proseFlaws(prose, guidelinesSchema)).toEqual([]);
      const again = fromMarkdown(toMarkdown(prose)).prose;
      const said = (plain: string) => plain.replace(/[^\p{L}\p{N}]/gu, "");
      expect(said(plainOf(again))).toBe(said(plainOf(prose)));
    }),
    { numRuns: 300 },
  );
});
