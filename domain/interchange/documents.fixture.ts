import fc from "fast-check";
import type { AnnotatedDocument, Attributes, Link, LinkEnd, Span, Value } from "@/domain/interchange/document";
import { inOrder } from "@/domain/interchange/pieces";
import { codePoint, codePointLength } from "@/domain/text/offsets";

/** Everything that made a reader or writer stumble: astral letters, marks, Arabic, line ends, every sign that some format escapes. */
const parts = [
  "Hama",
  "قَالَتْ",
  "مصادر",
  "é",
  "e\u0301",
  "😀",
  "👨‍👩‍👧",
  "漢字",
  "x",
  "T-72",
  "10 000",
  "Assad’s",
  "\u200f",
  "\u200c",
  " ",
  " ",
  " ",
  "  ",
  "\u00a0",
  "\n",
  "\n\n",
  "\t",
  ".",
  "? ",
  "،",
  "“",
  "”",
  "\\",
  "\\n",
  "[1]",
  "*",
  "_",
  "|",
  "->",
  ";",
  "#",
  "<b>",
  "&amp;",
  '"',
  "'",
  "%",
  "=",
  "-DOCSTART-",
  "B-place",
  ",",
  ":",
  "{",
  "}",
  "----",
  "……",
];

export const aText = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((some) => some.join(""));

const aWord = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "a b",
    "null",
    "true",
    "12",
    "1.0",
    "-0",
    '"',
    '""',
    '"x"',
    "{}",
    "[1]",
    "\n",
    "a\tb\r\nc",
    "\\",
    "_",
    "*",
    "a|b;c->d",
    "a=b=c",
    "<x a='1'>&amp;]]>",
    "😀e\u0301",
    "ق\u200f",
    " x ",
    "\u0001",
    "\u2028",
  ),
  aText,
);

const aValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    aWord,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("name", "latitude", "a b"), tie("value"), { maxKeys: 2, noNullPrototype: true }),
  ),
})).value;

export const someAttributes: fc.Arbitrary<Attributes> = fc.dictionary(
  fc.constantFrom("kind", "credibility", "located", "note", "checkWorthy"),
  aValue,
  { maxKeys: 3, noNullPrototype: true },
);

const someRanges = (length: number) =>
  fc
    .uniqueArray(fc.nat({ max: length }), { minLength: 2, maxLength: 6 })
    .map((borders) => borders.toSorted((a, b) => a - b))
    .map((borders) =>
      inOrder(
        borders.flatMap((start, nth) => {
          const end = borders[nth + 1];
          return nth % 2 === 0 && end !== undefined ? [{ start: codePoint(start), end: codePoint(end) }] : [];
        }),
      ),
    );

const labels = fc.constantFrom("claim", "place", "source", "label:rumour");

const aSpan = (length: number): fc.Arbitrary<Omit<Span, "id">> =>
  fc.record({
    label: labels,
    segments: someRanges(length),
    attributes: someAttributes,
    ...{ made: fc.constant({}) },
  });

const anEnd = (ids: readonly string[]): fc.Arbitrary<LinkEnd> =>
  fc.oneof(
    fc.constantFrom(...ids).map((span) => ({ span })),
    fc.constant({ entity: "e1" }),
    fc.constant({ article: true as const }),
  );

function someLinks(ids: readonly string[], length: number): fc.Arbitrary<Link[]> {
  if (ids.length === 0) return fc.constant([]);
  const link = fc.record({
    label: fc.constantFrom("attributed-to", "located-at", "relation:mentions"),
    from: fc.constantFrom(...ids),
    to: anEnd(ids),
    attributes: someAttributes,
    cue: fc.option(someRanges(length), { nil: undefined }),
    made: fc.constant({}),
  });
  return fc
    .array(link, { maxLength: 4 })
    .map((links) =>
      links
        .filter(({ from, to }) => !("span" in to) || to.span !== from)
        .map(({ cue, ...rest }, nth) => ({ id: `link-${nth}`, ...rest, ...(cue ? { cue } : {}) })),
    );
}

/** A document with nested, crossing, equal, discontinuous and border-crossing spans, and links of every kind. */
export const aDocument: fc.Arbitrary<AnnotatedDocument> = aText.chain((text) => {
  const length = codePointLength(text);
  const spans =
    length === 0
      ? fc.constant<Span[]>([])
      : fc
          .array(fc.tuple(aSpan(length), fc.boolean()), { maxLength: 6 })
          .map((all) =>
            all.map(([span, named], nth) => ({ id: `span-${nth}`, ...span, ...(named ? { entity: "e1" } : {}) })),
          );
  return spans.chain((made) =>
    someLinks(
      made.map(({ id }) => id),
      length,
    ).map((links) => ({
      key: "doc-1",
      title: "Front moves",
      text,
      metadata: { language: "en" },
      spans: made,
      links,
      notes: [],
    })),
  );
});
