import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formats } from "@/domain/formats/registry";
import { datasetWith, filesOf } from "@/domain/formats/round-trip.fixture";
import type { AnnotatedDocument, Span } from "@/domain/interchange/document";
import { codePoint, codePointLength } from "@/domain/text/offsets";
import { writeEvents } from "@/scripts/receivers/write-events";

/** Writes a report that is hard to carry, and an empty one, in every format, into the folder that is named; beside them what was written. */

const text =
  "A 😀 Hama قَالَتْ مصادر «عقيربات»، cafe\u0301 x.\nSecond line here. And another\tone.\n\nLast & <line> \\ | _ * [1] -> end.";

/** A value with every sign that some format escapes; null, empty and nested ones beside it. */
const attributes = {
  note: "a|b;c->d \"x\" \\ _ * [1] 100 % <y> & 'z' =1+1, {n}\nnext\tline",
  empty: "",
  none: null,
  number: 3,
  nested: { list: [1, "2"] },
};

function span(id: string, label: string, ...words: string[]): Span {
  const segments = words.map((quote) => {
    const start = codePointLength(text.slice(0, text.indexOf(quote)));
    return { start: codePoint(start), end: codePoint(start + codePointLength(quote)) };
  });
  return { id, label, segments, attributes, made: {} };
}

const spans = [
  span("plain", "place", "Hama"),
  span("arabic", "source", "مصادر"),
  span("nesting", "claim", "Hama قَالَتْ مصادر"),
  span("marks", "label:rumour", "cafe\u0301"),
  span("over-lines", "claim", "x.\nSecond"),
  span("in-parts", "claim", "Second", "here"),
  span("signs", "place", "line>"),
  span("part-of-word", "place", "Ham"),
  span("over-sentences", "claim", "here. And"),
  span("astral", "place", "😀"),
];

const nasty: AnnotatedDocument = {
  key: "nasty",
  title: "Hard to carry",
  text,
  metadata: { language: "en", url: "https://example.org/a?b=c&d" },
  spans,
  links: [
    { id: "link", label: "located-at", from: "nesting", to: { span: "plain" }, attributes: { role: "near" }, made: {} },
    { id: "to-article", label: "attributed-to", from: "nesting", to: { article: true }, attributes: {}, made: {} },
  ],
  notes: [],
};
const empty: AnnotatedDocument = { ...nasty, key: "empty", text: "", spans: [], links: [] };

const [folder = ""] = process.argv.slice(2);
const put = (path: string, content: Uint8Array | string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

const { header } = datasetWith([]);
for (const format of formats) {
  const readme = format.readme?.(header, format.files, { raw: false, byteOrderMark: false, comments: false });
  if (readme !== undefined) put(join(format.id, "README.md"), readme);
  for (const file of format.files) {
    const { files } = await filesOf(file, datasetWith([nasty, empty]));
    for (const each of files) {
      const pieces: Uint8Array[] = [];
      for await (const piece of each.bytes()) pieces.push(piece);
      put(join(format.id, each.name), Buffer.concat(pieces));
    }
  }
}
writeEvents(put);
const wordsOf = ({ segments }: Span) => segments.map(({ start, end }) => [...text].slice(start, end).join(""));
put(
  "written.json",
  JSON.stringify({ text, spans: spans.map((each) => ({ ...each, words: wordsOf(each) })), links: nasty.links }),
);
