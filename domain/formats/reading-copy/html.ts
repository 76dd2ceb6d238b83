import type { Dataset } from "@/domain/formats/dataset";
import type { Entry, ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import {
  type About,
  type Mark,
  markedPieces,
  marksOf,
  placeOfNote,
  saidOfMark,
} from "@/domain/formats/reading-copy/marked";
import { type Context, contextOf } from "@/domain/formats/shared/context";
import { documentsIn, fileNameOf } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import type { AnnotatedDocument } from "@/domain/interchange/document";

/** Text of a page, in an element or an attribute with double quotes. */
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter);

const style = `:root{color-scheme:light}body{font:1rem/1.6 Georgia,"Noto Naskh Arabic",serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1f1c17}
h1{font-size:1.5rem;line-height:1.25}.about,footer{color:#5a544a;font-size:.875rem}mark{color:inherit;background:#ece3f8;border-block-end:2px solid #6b3fa0}
mark.claim{background:#f9e3dd;border-color:#9c2f24}mark.place{background:#dfeafa;border-color:#20558f}mark.source{background:#dcf0e7;border-color:#1f6650}
sup+sup{margin-inline-start:.25em}sup a{font:600 .7rem system-ui,sans-serif;text-decoration:none;color:#234a86}section{border-block-start:1px solid #ccc;margin-block-start:2rem}
dl.tag{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin-block:.25rem 1rem;font-size:.9375rem}dt{color:#5a544a}dd{margin:0}h3{font-size:1rem;margin-block:1rem 0}
@media print{body{max-width:none;margin:0}h3,dl.tag{break-inside:avoid}h3{break-after:avoid}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}sup+sup{margin-inline-start:.25em}sup a{color:inherit}}`;

/** A page by itself: no script, nothing fetched, ready to print. */
export function pageOf(document: AnnotatedDocument, { entities }: Pick<Context, "entities">): string {
  const { title, metadata, links, notes, text } = document;
  const marks = marksOf(document);
  const about: About = { marks, entity: (key) => entities.get(key)?.name ?? key };
  const { language = "und", direction = "auto" } = metadata;
  const provenance = ["outlet", "author", "published", "url"].flatMap((name) => metadata[name] ?? []);
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<article lang="${escaped(language)}" dir="${escaped(direction)}"><h1>${escaped(title)}</h1>`,
    `<p class="about"><bdi>${provenance.map(escaped).join("</bdi> · <bdi>")}</bdi></p>`,
    ...paragraphs(document, marks),
    "</article>",
    `<section aria-label="Tags"><h2>Tags</h2>${marks.map((mark) => tagOf(mark, links, about)).join("\n")}</section>`,
    ...(notes.length === 0 ? [] : [notesOf(document, text, marks)]),
    "</body></html>",
    "",
  ].join("\n");
}

/** A paragraph for each line. */
function paragraphs(document: AnnotatedDocument, marks: readonly Mark[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const { text, on, ends } of markedPieces(document, marks)) {
    if (text === "\n") {
      lines.push(line);
      line = "";
      if (ends.length > 0) lines.push(references(ends));
      continue;
    }
    const words = escaped(text);
    const kinds = [...new Set(on.map(({ span }) => span.label.replace(/[^a-z0-9]+/gi, "-")))];
    const names = on.map(({ name }) => name).join(" ");
    line += on.length === 0 ? words : `<mark class="${kinds.join(" ")}" title="${names}">${words}</mark>`;
    line += references(ends);
  }
  lines.push(line);
  return lines.filter((each) => each.trim() !== "").map((each) => `<p>${each}</p>`);
}

const references = (ends: readonly Mark[]) =>
  ends.map(({ name }) => `<sup><a href="#${name}">${name}</a></sup>`).join("");

function tagOf(mark: Mark, links: AnnotatedDocument["links"], about: About): string {
  const lines = saidOfMark(mark, links, about).map(
    ({ name, value }) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>`,
  );
  const head = `${mark.name} · ${mark.span.label}`;
  return `<h3 id="${mark.name}">${escaped(head)}: <q dir="auto">${escaped(mark.words)}</q></h3><dl class="tag">${lines.join("")}</dl>`;
}

function notesOf({ notes }: AnnotatedDocument, text: string, marks: readonly Mark[]): string {
  const all = notes.map((note) => {
    const remarks = note.remarks.map(
      ({ body, by, at }) =>
        `<dt><bdi>${escaped(by?.name ?? "")}</bdi> ${escaped(at?.slice(0, 10) ?? "")}</dt><dd dir="auto">${escaped(body)}</dd>`,
    );
    const state = note.resolved ? " (resolved)" : "";
    return `<h3>On <bdi>${escaped(placeOfNote(note, text, marks))}</bdi>${state}</h3><dl class="tag">${remarks.join("")}</dl>`;
  });
  return `<section aria-label="Comments"><h2>Comments</h2>${all.join("\n")}</section>`;
}

async function* entries(dataset: Dataset, options: WriteOptions): AsyncGenerator<Entry> {
  const context = contextOf(dataset, options);
  let list = "";
  for await (const document of documentsIn(dataset, options)) {
    const name = `reports/${fileNameOf(document.key)}.html`;
    list += `<li><a href="${escaped(name)}"><bdi>${escaped(document.title)}</bdi></a></li>\n`;
    yield { name, pieces: [pageOf(document, context)] };
  }
  const title = escaped(dataset.header.project.name);
  const head = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  yield {
    name: "index.html",
    pieces: [`${head}<style>${style}</style></head><body><h1>${title}</h1>\n<ol>\n${list}</ol></body></html>\n`],
  };
}

const pages: ExportFile = {
  layer: "pages",
  name: "reports",
  label: "Pages",
  rows: (counts) => counts.reports,
  entries,
};

/** For people without an account: WHATWG HTML, one page a report. */
export const html: Format = {
  id: "html",
  name: "Pages to print (HTML)",
  label: "Pages to read and print (HTML)",
  means: "Each report as a page with its tags marked, what they say below, and comments if you include them.",
  lets: [],
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  offsetUnit: null,
  readBy: "people",
  files: [pages, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  losses: leftBehind,
};
