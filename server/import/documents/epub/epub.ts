import type { Piece } from "@/domain/document/piece";
import { type Archive, openArchive } from "../archive";
import { type Extract, Unreadable } from "../extracted";
import { FoundValues, whenOf } from "../found";
import { readHtml } from "../html/tree";
import { piecesOf } from "../html/walk";
import { Warnings } from "../warnings";
import { child, childrenNamed, type Element, elementsOf, readXml, textOf, within } from "../xml";

/** A book (EPUB 2 and 3): its chapters in the order of the spine. */
export const extract: Extract = (bytes) => {
  const warnings = new Warnings();
  const archive = openArchive(bytes);
  refuseLocked(archive);
  const path = within(part(archive, "META-INF/container.xml"), "rootfile")?.attributes["full-path"] ?? "";
  const book = part(archive, path);
  if (!book) throw new Unreadable("This isn’t a book: the archive doesn’t say where its contents are.");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const pieces = chaptersOf(book).flatMap((href): Piece[] => {
    const chapter = archive.get(resolved(folder, href));
    if (!chapter) {
      warnings.add("damaged-parts", href);
      return [];
    }
    return piecesOf(readHtml(new TextDecoder().decode(chapter)), warnings);
  });
  return { pieces, warnings: warnings.all(), found: foundIn(book).all() };
};

function part(archive: Archive, path: string): Element | undefined {
  const bytes = archive.get(path);
  return bytes && elementsOf(readXml(bytes, path))[0];
}

/** Fonts may be obfuscated; a book whose chapters are encrypted can be read by its shop's program only. */
function refuseLocked(archive: Archive): void {
  for (const each of childrenNamed(part(archive, "META-INF/encryption.xml"), "EncryptedData")) refuseUnlessFont(each);
  for (const each of childrenNamed(part(archive, "META-INF/encryption.xml"), "enc:EncryptedData"))
    refuseUnlessFont(each);
}

function refuseUnlessFont(data: Element): void {
  const method = within(data, "EncryptionMethod") ?? within(data, "enc:EncryptionMethod");
  if (/idpf\.org|ns\.adobe\.com/.test(method?.attributes["Algorithm"] ?? "")) return;
  throw new Unreadable("The book is encrypted. Only a copy without that can be imported.");
}

function chaptersOf(book: Element): string[] {
  const strip = (element: Element | undefined, name: string) => child(element, name) ?? child(element, `opf:${name}`);
  const manifest = new Map(
    elementsOf(strip(book, "manifest")).map(({ attributes }) => [attributes["id"] ?? "", attributes["href"] ?? ""]),
  );
  return elementsOf(strip(book, "spine")).flatMap(({ attributes }) => {
    const href = manifest.get(attributes["idref"] ?? "");
    return href === undefined || attributes["linear"] === "no" ? [] : [href];
  });
}

function resolved(folder: string, href: string): string {
  const url = new URL(href.split("#")[0] ?? "", `epub:/${folder}`);
  try {
    return decodeURIComponent(url.pathname).replace(/^\/+/, "");
  } catch {
    return url.pathname.replace(/^\/+/, "");
  }
}

function foundIn(book: Element): FoundValues {
  const found = new FoundValues();
  const metadata = child(book, "metadata") ?? child(book, "opf:metadata");
  const add = (field: Parameters<FoundValues["add"]>[0], name: string) => {
    const value = textOf(child(metadata, name));
    found.add(field, field === "published" ? whenOf(value) : value, `package ${name}`);
  };
  add("title", "dc:title");
  add("author", "dc:creator");
  add("outlet", "dc:publisher");
  add("published", "dc:date");
  add("language", "dc:language");
  return found;
}
