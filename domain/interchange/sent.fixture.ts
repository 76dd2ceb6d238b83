import type { AnnotatedDocument } from "@/domain/interchange/document";
import { BrokenFile, type FormatReader, type Found, type SentFile } from "@/domain/interchange/reader";

/** A file with this text, in pieces of so many UTF-16 units. */
export const sentFile = (text: string, name = "file.json", size = 7): SentFile => ({
  name,
  async *bytes() {
    yield new TextEncoder().encode(text);
  },
  async *text() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  },
});

/** What a reader finds in some files, and how they broke if they did. Nothing else may be thrown. */
export async function readAll(reader: FormatReader, files: readonly SentFile[], answers: Record<string, string> = {}) {
  const found: Found[] = [];
  const all = async function* () {
    yield* files;
  };
  try {
    for await (const each of reader.read(all(), answers)) found.push(each);
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { found, broken: error };
  }
  return { found, broken: undefined };
}

export const documentsIn = (found: readonly Found[]): AnnotatedDocument[] =>
  found.flatMap((each) => (each.is === "document" ? [each.document] : []));

export const asidesIn = (found: readonly Found[]) =>
  found.flatMap((each) => (each.is === "set-aside" ? [each.aside] : []));

const byId = <T extends { id: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** A document without the places where its parts stood in a file, spans and links by id. */
export const withoutSpots = (document: AnnotatedDocument): AnnotatedDocument =>
  JSON.parse(
    JSON.stringify({ ...document, spans: byId(document.spans), links: byId(document.links) }, (name, value: unknown) =>
      name === "spot" ? undefined : value,
    ),
  );
