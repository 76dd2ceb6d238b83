import type { Codebook } from "@/domain/codebook/codebook";
import { safeColumn } from "@/domain/formats/csv/cells";

/** What a column of a table with one row a tag may say, beside attributes. */
export const columnTargets = [
  ...["report", "title", "text", "text-sha256", "url", "outlet", "author", "published", "language"],
  ...["start", "end", "segments", "quote", "kind", "annotator", "made-at", "layer", "id", "version"],
  ...["speaker", "speaker-id", "speaker-kind", "attributes", "attribute", "made-safe"],
] as const;

/** A target with the attribute that it names, as in `attribute:certainty`. */
const named = "attribute:";
export const attributeOf = (target: string): string | undefined =>
  target.startsWith(named) ? target.slice(named.length) : undefined;

/** An answer is asked for each column under this word and the column's name. */
export const columnQuestion = "column:";

/** Attributes of our own kinds by the columns that our own tables have for them. */
const ownColumns: Readonly<Record<string, string>> = {
  ...{ restatement: "restatement", claim_kind: "kind", standing: "standing", certainty: "certainty" },
  ...{ polarity: "polarity", event_type: "eventType", event_from: "eventTime.from", event_to: "eventTime.to" },
  ...{ time_precision: "eventTime.precision", time_basis: "eventTime.basis", time_words: "eventTime.words" },
  ...{ information_credibility: "credibility", check_worthy: "checkWorthy", note: "note" },
  ...{ resolution: "resolution", feature_type: "featureType", part_of_name: "partOfName", metonym: "metonym" },
  direction: "direction",
};
export const coreAttributes: readonly string[] = Object.values(ownColumns);

/** Names of columns that say a thing, the surest first; compared without capitals, blanks and signs. */
const usual: readonly (readonly [target: string, names: readonly string[]])[] = [
  ["report", ["reportid", "report", "documentid", "docid", "articleid", "externalid", "document", "doc"]],
  ["title", ["reporttitle", "title", "headline", "subject"]],
  ["text-sha256", ["textsha256"]],
  ["url", ["url", "link", "permalink", "sourceurl"]],
  ["outlet", ["outlet", "publisher", "publication", "newspaper"]],
  ["author", ["author", "byline"]],
  ["published", ["published", "publishedat", "publicationdate", "pubdate"]],
  ["language", ["language", "lang"]],
  ["start", ["start", "startoffset", "begin", "spanstart", "startchar", "from"]],
  ["end", ["end", "endoffset", "spanend", "endchar", "to"]],
  ["segments", ["segments"]],
  ["quote", ["quote", "quotedtext", "quotedwords", "words", "span", "spantext", "mention", "exact", "selectedtext"]],
  ["kind", ["kind", "label", "tag", "code", "category", "type"]],
  ["annotator", ["annotator", "createdby", "coder", "annotatedby", "taggedby", "user"]],
  ["made-at", ["createdat", "annotatedat", "taggedat"]],
  ["layer", ["layer"]],
  ["id", ["annotationid", "tagid", "spanid", "id"]],
  ["version", ["version"]],
  ["speaker-id", ["entityid"]],
  ["speaker", ["entity", "speaker"]],
  ["speaker-kind", ["entitykind"]],
  ["attributes", ["otherattributes", "attributes"]],
  ["text", ["text", "body", "content", "fulltext", "articletext"]],
];

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What the columns of one table most likely say; nothing is said twice, and what nobody knows is not read. */
export function guessTargets(header: readonly string[], codebook: Pick<Codebook, "labels">): Map<string, string> {
  const found = new Map<string, string>();
  if (header.includes(safeColumn)) found.set(safeColumn, "made-safe");
  for (const [target, names] of usual) {
    const column = names.map((name) => header.find((each) => !found.has(each) && bare(each) === name)).find(Boolean);
    if (column !== undefined) found.set(column, target);
  }
  const attributes = new Map(
    codebook.labels.flatMap((label) =>
      label.attributes.flatMap(({ slug, name }) => [slug, name].map((each) => [bare(each), slug] as const)),
    ),
  );
  const tags = [...found.values()].some((target) => placing.has(target));
  for (const column of header) {
    const own = ownColumns[column] ?? attributes.get(bare(column));
    if (tags && own !== undefined && !found.has(column)) found.set(column, `${named}${own}`);
  }
  return wordsForText(header, found);
}

/**
 * Of a table with offsets and a report named, "text" without a column of quotes is the words of the tag. Without
 * offsets and kinds, "words" is how many a report has.
 */
function wordsForText(header: readonly string[], found: Map<string, string>): Map<string, string> {
  const columnOf = (target: string) => header.find((column) => found.get(column) === target);
  const words = columnOf("quote");
  if (words !== undefined && bare(words) === "words" && !["start", "segments", "kind"].some(columnOf))
    found.delete(words);
  const text = columnOf("text");
  const elsewhere = columnOf("report") ?? columnOf("title") ?? columnOf("url");
  if (text !== undefined && columnOf("quote") === undefined && columnOf("start") !== undefined && elsewhere)
    found.set(text, "quote");
  return found;
}

/** What only a tag has. */
const placing: ReadonlySet<string> = new Set(["start", "end", "segments", "quote", "kind"]);

/** Whether the rows of a table are tags. */
export const holdsTags = (targets: Iterable<string>): boolean => [...targets].some((target) => placing.has(target));

/** Everything that a column may be said to hold: nothing, a thing of the list, or an attribute by its name. */
export const possibleTargets = (codebook: Pick<Codebook, "labels">): string[] => [
  ...["", ...columnTargets],
  ...new Set(
    [...coreAttributes, ...codebook.labels.flatMap(({ attributes }) => attributes.map(({ slug }) => slug))].map(
      (name) => `${named}${name}`,
    ),
  ),
];
