import type { Dataset } from "@/domain/formats/dataset";
import type { Entry, ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import { type About, markedPieces, marksOf, placeOfNote, saidOfMark } from "@/domain/formats/reading-copy/marked";
import { type Context, contextOf } from "@/domain/formats/shared/context";
import { documentsIn, fileNameOf } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import type { AnnotatedDocument } from "@/domain/interchange/document";

/** Text as Markdown shows it: CommonMark lets every ASCII punctuation mark be escaped. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~&$^=+!-]/g, "\\$&");

/** At a line’s start a number with a stop would begin a list, and blanks a block of code. */
const lineStart = (line: string) =>
  line.replace(/^[ \t]+/, (blanks) => "&nbsp;".repeat(blanks.length)).replace(/^(\d+)([.)])/, "$1\\$2");

const oneLine = (text: string) => escaped(text.replace(/\s*\n\s*/g, " ⏎ "));

/** A report with its tags in `<mark>`, their names as footnotes (pandoc, GitHub), and what they say in the notes. */
export function markdownOf(document: AnnotatedDocument, { entities }: Pick<Context, "entities">): string {
  const { title, metadata, links, notes, text } = document;
  const marks = marksOf(document);
  const about: About = { marks, entity: (key) => entities.get(key)?.name ?? key };
  const provenance = ["outlet", "author", "published", "url"].flatMap((name) => metadata[name] ?? []);
  const tags = marks.map((mark) => {
    const lines = saidOfMark(mark, links, about).map(({ name, value }) => `${oneLine(name)}: ${oneLine(value)}`);
    return `[^${mark.name}]: **${oneLine(mark.span.label)}** “${oneLine(mark.words)}”${lines.length > 0 ? `. ${lines.join("; ")}` : ""}`;
  });
  const comments = notes.flatMap((note) => [
    `- On ${oneLine(placeOfNote(note, text, marks))}${note.resolved ? " (resolved)" : ""}`,
    ...note.remarks.map(({ body, by }) => `  - ${oneLine(by?.name ?? "")}: ${oneLine(body)}`),
  ]);
  return [
    `# ${oneLine(title)}`,
    "",
    ...(provenance.length > 0 ? [provenance.map(oneLine).join(" · "), ""] : []),
    bodyOf(document, marks),
    "",
    ...tags,
    ...(comments.length > 0 ? ["", "## Comments", "", ...comments] : []),
    "",
  ].join("\n");
}

/** Lines stay lines: within a paragraph each ends with a break. */
function bodyOf(document: AnnotatedDocument, marks: ReturnType<typeof marksOf>): string {
  const lines = [""];
  for (const { text, on, ends } of markedPieces(document, marks)) {
    const last = lines.length - 1;
    if (text === "\n") lines.push("");
    else {
      const start = lines[last] === "" && on.length === 0;
      const words = start ? lineStart(escaped(text)) : escaped(text);
      lines[last] += on.length === 0 ? words : `<mark>${words}</mark>`;
    }
    lines[last] += ends.map(({ name }) => `[^${name}]`).join("");
  }
  return lines
    .map((line, at) => (line.trim() !== "" && (lines[at + 1] ?? "").trim() !== "" ? `${line}\\` : line))
    .join("\n");
}

async function* entries(dataset: Dataset, options: WriteOptions): AsyncGenerator<Entry> {
  const context = contextOf(dataset, options);
  for await (const document of documentsIn(dataset, options)) {
    yield { name: `reports/${fileNameOf(document.key)}.md`, pieces: [markdownOf(document, context)] };
  }
}

const pages: ExportFile = {
  layer: "pages",
  name: "reports",
  label: "Pages",
  rows: (counts) => counts.reports,
  entries,
};

/** commonmark.org, with footnotes as pandoc and GitHub have them. */
export const markdown: Format = {
  id: "markdown",
  name: "Markdown",
  label: "Markdown",
  means: "Each report as a text with its tags marked and footnotes for what they say.",
  lets: [],
  extension: "md",
  mediaType: "text/markdown; charset=utf-8",
  offsetUnit: null,
  readBy: "people",
  files: [pages, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  losses: leftBehind,
};
