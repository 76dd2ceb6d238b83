import { expect, test } from "vitest";
import { DEEPEST, proseFlaws } from "@/domain/prose/check";
import { commentSchema } from "@/domain/prose/schema";

const id = "01a229f5-8ac1-75cc-a89f-ac144cf96cba";
const doc = (...content: unknown[]) => ({ type: "doc", content });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const text = (words: string, ...marks: unknown[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const link = (href: unknown) => ({ type: "link", attrs: { href } });
const list = (...content: unknown[]) => ({ type: "bulletList", content });
const item = (...content: unknown[]) => ({ type: "listItem", content });
const quote = (segments: unknown, revisionId: unknown = id) => ({
  type: "reportQuote",
  attrs: { revisionId, segments },
});
const mention = (attrs: unknown) => ({ type: "mention", attrs });
const placesOf = (value: unknown) => proseFlaws(value, commentSchema).map(({ at }) => at.join("."));

test.each([
  { what: "words", value: doc(paragraph(text("Who counted?"))) },
  { what: "an empty line", value: doc({ type: "paragraph" }) },
  {
    what: "bold, italic and linked words",
    value: doc(paragraph(text("x", { type: "bold" }, link("https://a.example/b")))),
  },
  { what: "a mail address", value: doc(paragraph(text("x", link("mailto:desk@example.org")))) },
  { what: "a list in a list", value: doc(list(item(paragraph(text("a")), list(item(paragraph(text("b"))))))) },
  { what: "a quote", value: doc(quote([{ start: 0, end: 5, quote: "words" }])) },
  { what: "somebody", value: doc(paragraph(mention({ userId: id, label: "Ana Lima" }))) },
  { what: "a break", value: doc(paragraph(text("a"), { type: "hardBreak" }, text("b"))) },
])("$what: as it should be", ({ value }) => {
  expect(placesOf(value)).toEqual([]);
});

const deep = (levels: number): unknown => (levels === 0 ? paragraph() : list(item(paragraph(), deep(levels - 1))));

test.each([
  { what: "no document", value: "<b>x</b>", at: [""] },
  { what: "nothing", value: doc(), at: ["content"] },
  {
    what: "an unknown node",
    value: doc({ type: "iframe", attrs: { src: "https://a.example" } }),
    at: ["content.0.type"],
  },
  { what: "a name every object has", value: doc({ type: "constructor" }), at: ["content.0.type"] },
  { what: "a node out of place", value: doc(paragraph(list(item(paragraph())))), at: ["content.0.content.0.type"] },
  { what: "words without a paragraph", value: doc(text("x")), at: ["content.0.type"] },
  { what: "an empty list", value: doc(list()), at: ["content.0.content"] },
  {
    what: "a list item that begins with a list",
    value: doc(list(item(list(item(paragraph()))))),
    at: ["content.0.content.0.content.0.type"],
  },
  {
    what: "an unknown mark",
    value: doc(paragraph(text("x", { type: "script" }))),
    at: ["content.0.content.0.marks.0.type"],
  },
  {
    what: "a mark that every object has",
    value: doc(paragraph(text("x", { type: "toString" }))),
    at: ["content.0.content.0.marks.0.type"],
  },
  {
    what: "a mark twice",
    value: doc(paragraph(text("x", { type: "bold" }, { type: "bold" }))),
    at: ["content.0.content.0.marks.1.type"],
  },
  {
    what: "a link that runs",
    value: doc(paragraph(text("x", link("javascript:alert(1)")))),
    at: ["content.0.content.0.marks.0.attrs.href"],
  },
  {
    what: "a link that runs, in disguise",
    value: doc(paragraph(text("x", link(" java\nscript:alert(1)")))),
    at: ["content.0.content.0.marks.0.attrs.href"],
  },
  {
    what: "a link with a page in it",
    value: doc(paragraph(text("x", link("data:text/html,<script>1</script>")))),
    at: ["content.0.content.0.marks.0.attrs.href"],
  },
  {
    what: "a link to this server",
    value: doc(paragraph(text("x", link("//a.example")))),
    at: ["content.0.content.0.marks.0.attrs.href"],
  },
  {
    what: "a handler beside an address",
    value: doc(paragraph(text("x", { type: "link", attrs: { href: "https://a.example", onclick: "x" } }))),
    at: ["content.0.content.0.marks.0.attrs.onclick"],
  },
  {
    what: "attributes on a paragraph",
    value: doc({ type: "paragraph", attrs: { style: "x" } }),
    at: ["content.0.attrs"],
  },
  {
    what: "somebody without an id",
    value: doc(paragraph(mention({ userId: "x", label: "Ana" }))),
    at: ["content.0.content.0.attrs.userId"],
  },
  { what: "a quote of nothing", value: doc(quote([])), at: ["content.0.attrs.segments"] },
  {
    what: "a quote that ends before it starts",
    value: doc(quote([{ start: 5, end: 5, quote: "x" }])),
    at: ["content.0.attrs.segments"],
  },
  { what: "empty words", value: doc(paragraph(text(""))), at: ["content.0.content.0.text"] },
  {
    what: "words that are none",
    value: doc(paragraph({ type: "text", text: { toString: "x" } })),
    at: ["content.0.content.0.text"],
  },
])("$what: refused, with its place", ({ value, at }) => {
  expect(placesOf(value)).toEqual(at);
});

test("nesting has an end, however deep what was sent goes", () => {
  expect(placesOf(doc(deep(7)))).toEqual([]);
  const [flaw] = proseFlaws(doc(deep(1000)), commentSchema);
  expect(flaw?.reason).toContain(`${DEEPEST} levels`);
});

test("a text has so many parts at most, and the first few flaws are told", () => {
  expect(placesOf(doc(...Array.from({ length: 6000 }, () => paragraph())))).toEqual(["content"]);
  expect(proseFlaws(doc(...Array.from({ length: 50 }, () => text("x"))), commentSchema)).toHaveLength(10);
});
