import type { DocumentComment } from "@/domain/document/comments";
import { Commenting } from "../commenting";
import type { Extract } from "../extracted";
import { FoundValues, whenOf } from "../found";
import { Warnings } from "../warnings";
import { child, elementsOf, readXml, textOf } from "../xml";
import { blocksOf, type Document } from "./blocks";
import { commentsOf } from "./comments";
import { Notes } from "./notes";
import { Numbering } from "./numbering";
import { openPackage, type Package } from "./package";
import { hasPages } from "./runs";
import { stylesOf } from "./styles";

/** A Word document (ECMA-376): all text that a reader of the final version sees. */
export const extract: Extract = (bytes) => {
  const warnings = new Warnings();
  const opened = openPackage(bytes);
  const notes = new Notes(opened.part("footnotes"), opened.part("endnotes"));
  const document: Document = {
    styles: stylesOf(opened.part("styles")),
    numbering: new Numbering(opened.part("numbering")),
    reading: {
      warnings,
      notes,
      commenting: new Commenting(),
      target: opened.target,
      page: hasPages(opened.document) ? 1 : undefined,
      blocks: (parent) => blocksOf(parent, document),
    },
  };
  const body = child(elementsOf(opened.document)[0], "w:body");
  const pieces = body ? blocksOf(body, document) : [];
  document.reading.page = undefined;
  pieces.push(...document.reading.commenting.apart(() => notes.pieces((note) => blocksOf(note, document))));
  tellParts(opened, warnings);
  return {
    pieces,
    warnings: warnings.all(),
    found: foundIn(opened).all(),
    comments: readComments(opened, document),
  };
};

/** The words of comments as those of the text are read; what they leave out is told of the text only. */
function readComments({ part }: Package, { styles, numbering, reading }: Document): DocumentComment[] {
  const document: Document = {
    styles,
    numbering,
    reading: { ...reading, warnings: new Warnings(), commenting: new Commenting() },
  };
  return commentsOf(part("comments"), part("commentsExtended"), (comment) => blocksOf(comment, document));
}

/** Parts of the file whose words are not in the text. */
function tellParts({ archive }: Package, warnings: Warnings): void {
  for (const { path, read } of archive.entries) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (/^word\/(?:header|footer)\d*\.xml$/.test(path) && textOf(readXml(read(), path)).trim()) {
      warnings.add("headers-left-out", name);
    }
    if (/vbaProject\.bin$/i.test(path)) warnings.add("macros-left-out", name);
    if (/^word\/embeddings\//.test(path)) warnings.add("objects-left-out", name);
  }
}

function foundIn({ archive }: Package): FoundValues {
  const found = new FoundValues();
  const bytes = archive.get("docProps/core.xml");
  const [core] = bytes ? elementsOf(readXml(bytes, "docProps/core.xml")) : [];
  const said = (name: string) => textOf(child(core, name));
  const from = (name: string) => `docProps/core.xml ${name}`;
  found.add("title", said("dc:title"), from("dc:title"));
  found.add("author", said("dc:creator"), from("dc:creator"));
  found.add("published", whenOf(said("dcterms:created")), from("dcterms:created"));
  found.add("language", said("dc:language"), from("dc:language"));
  return found;
}
