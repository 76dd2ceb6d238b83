import { z } from "zod";
import { CodebookSlug } from "@/domain/codebook/attribute";

/** What a column of a table may say of a report. */
export const reportFields = ["text", "title", "author", "outlet", "published", "url", "language"] as const;
/** Or a report field of the project's codebook, by its slug. */
const ownField = z.templateLiteral(["fields.", CodebookSlug]);
export type ReportField = (typeof reportFields)[number] | z.infer<typeof ownField>;

/** Which column says what, by its name in the table's first row. */
const ColumnMapping = z.partialRecord(z.union([z.enum(reportFields), ownField]), z.string().max(200));
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** A mapping as it is sent, JSON; undefined for what is none. */
export function columnsIn(said: string): ColumnMapping | undefined {
  try {
    return ColumnMapping.safeParse(JSON.parse(said)).data;
  } catch {
    return undefined;
  }
}

/** Usual names of columns, the surest first; compared without capitals, blanks and signs. */
const USUAL: Readonly<Record<(typeof reportFields)[number], readonly string[]>> = {
  text: ["text", "body", "content", "fulltext", "article", "story", "message", "description", "summary"],
  title: ["title", "headline", "subject", "heading"],
  author: ["author", "by", "byline", "creator", "from", "reporter"],
  outlet: ["outlet", "source", "publisher", "sitename", "publication", "newspaper", "channel"],
  published: [
    "published",
    "publishedat",
    "datepublished",
    "publicationdate",
    "pubdate",
    "date",
    "datetime",
    "created",
    "createdat",
  ],
  url: ["url", "link", "permalink", "href", "sourceurl", "address"],
  language: ["language", "lang", "locale"],
};

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The place of each field's column; names that were said and are not there are answered as `missing`. */
export function placesOf(
  header: readonly string[],
  said: ColumnMapping,
): { places: ReadonlyMap<ReportField, number>; missing: string[] } {
  const names = header.map(bare);
  const places = new Map<ReportField, number>();
  const missing: string[] = [];
  for (const field of reportFields) {
    const named = said[field];
    if (named !== undefined) {
      const at = names.indexOf(bare(named));
      if (at < 0) missing.push(named);
      else places.set(field, at);
      continue;
    }
    const usual = USUAL[field]
      .map((name) => names.indexOf(name))
      .find((at) => at >= 0 && ![...places.values()].includes(at));
    if (usual !== undefined) places.set(field, usual);
  }
  for (const [field, named] of Object.entries(said)) {
    const slug = slugIn(field);
    if (slug === undefined || named === undefined) continue;
    const at = names.indexOf(bare(named));
    if (at < 0) missing.push(named);
    else places.set(`fields.${slug}`, at);
  }
  return { places, missing };
}

/** The slug of a report field of the project. */
export const slugIn = (field: string): string | undefined => /^fields\.(.+)$/.exec(field)?.[1];
