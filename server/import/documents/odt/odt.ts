import { type Archive, openArchive } from "../archive";
import { Commenting } from "../commenting";
import { type Extract, Unreadable } from "../extracted";
import { FoundValues, whenOf } from "../found";
import { Warnings } from "../warnings";
import { child, type Element, elementsOf, readXml, textOf, within } from "../xml";
import { blocksOf } from "./blocks";
import { Comments } from "./comments";
import { stylesOf } from "./styles";
import type { Reading } from "./words";

/** A text of OpenDocument (ISO/IEC 26300), as LibreOffice keeps it. */
export const extract: Extract = (bytes) => {
  const warnings = new Warnings();
  const archive = openArchive(bytes);
  const part = (path: string): Element | undefined => {
    const found = archive.get(path);
    return found && elementsOf(readXml(found, path))[0];
  };
  if (within(part("META-INF/manifest.xml"), "manifest:encryption-data")) {
    throw new Unreadable("The file is encrypted. Save it without a password and import it again.");
  }
  const content = part("content.xml");
  const text = child(child(content, "office:body"), "office:text");
  if (!text) throw new Unreadable("This isn’t a text of OpenDocument: the archive has no text in it.");
  const styles = part("styles.xml");
  const comments = new Comments(text, (comment) => blocksOf(comment, apart));
  const reading: Reading = {
    warnings,
    styles: stylesOf(styles, content),
    notes: [],
    commenting: new Commenting(),
    comments,
    page: within(text, "text:soft-page-break") ? 1 : undefined,
    blocks: (parent) => blocksOf(parent, reading),
  };
  // What the words of a comment leave out is told of the text only.
  const apart: Reading = { ...reading, warnings: new Warnings(), commenting: new Commenting(), page: undefined };
  const pieces = blocksOf(text, reading);
  tellParts(archive, styles, warnings);
  return {
    pieces: [...pieces, ...reading.notes],
    warnings: warnings.all(),
    found: foundIn(part("meta.xml")).all(),
    comments: comments.all,
  };
};

function tellParts(archive: Archive, styles: Element | undefined, warnings: Warnings): void {
  for (const page of elementsOf(child(styles, "office:master-styles"))) {
    for (const each of elementsOf(page)) {
      if (/^style:(?:header|footer)/.test(each.name) && textOf(each).trim()) warnings.add("headers-left-out");
    }
  }
  if (archive.entries.some(({ path }) => /^(?:Basic|Scripts)\/.+\.(?:xml|xba|py|js|bsh)$/.test(path))) {
    warnings.add("macros-left-out");
  }
}

function foundIn(root: Element | undefined): FoundValues {
  const found = new FoundValues();
  const meta = child(root, "office:meta");
  const add = (field: Parameters<FoundValues["add"]>[0], name: string) => {
    const value = textOf(child(meta, name));
    found.add(field, field === "published" ? whenOf(value) : value, `meta.xml ${name}`);
  };
  add("title", "dc:title");
  add("author", "meta:initial-creator");
  add("author", "dc:creator");
  add("published", "meta:creation-date");
  add("language", "dc:language");
  return found;
}
