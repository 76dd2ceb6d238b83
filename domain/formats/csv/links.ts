import { type Column, type CsvTable, idNow, tableOfReports, within } from "@/domain/formats/csv/column";
import {
  noteColumn,
  number,
  quoteOf,
  reportColumns,
  spansOf,
  text,
  truth,
  workColumns,
} from "@/domain/formats/csv/common";
import type { Lookup, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { TagId } from "@/domain/ids";
import type { Relation } from "@/domain/tag/tag";

type LinkRow = { record: TagRecord<Relation>; bundle: ReportBundle };

const tagOf = ({ record }: LinkRow) => record.tag;
const wordsOf = (id: TagId | undefined, { annotation }: Lookup) => {
  const tag = id === undefined ? undefined : annotation.get(id);
  return tag && quoteOf(tag);
};

function* linksIn(bundle: ReportBundle): Generator<LinkRow> {
  for (const record of bundle.relations) yield { record, bundle };
}

const ends: readonly Column<Relation>[] = [
  { name: "link_id", type: "id", means: "The link.", of: (link) => link.id },
  { name: "link_kind", type: "text", means: "attributed-to, located-at, restates …", of: (link) => link.kind },
  { name: "from_annotation_id", type: "id", means: "The claim it starts at.", of: (link) => link.from },
  { name: "from_quote", type: "text", means: "That claim's words.", of: (link, look) => wordsOf(link.from, look) },
  { name: "to_annotation_id", type: "id", means: "The source, place or claim it links to.", of: (link) => link.to },
  { name: "to_quote", type: "text", means: "The words of that tag.", of: (link, look) => wordsOf(link.to, look) },
  {
    name: "to_entity_id",
    type: "id",
    means: "The entity it links to, where no words are tagged for it.",
    of: (link, look) => link.toEntity && idNow(link.toEntity, look),
  },
  {
    name: "to_entity",
    type: "text",
    means: "That entity's name.",
    of: (link, { entity }) => (link.toEntity ? entity.get(link.toEntity)?.name : undefined),
  },
  { name: "to_article", type: "true or false", means: "It links to the article itself.", of: (link) => link.toArticle },
];

const said: readonly Column<Relation>[] = [
  {
    name: "attribution",
    type: "text",
    means: "explicit, anaphoric, carried over or none.",
    of: ({ attributes }) => text(attributes["how"]),
  },
  { name: "said_at", type: "day", means: "When it was said.", of: ({ attributes }) => text(attributes["saidAt"]) },
  {
    name: "said_at_words",
    type: "text",
    means: "That date as written in the report.",
    of: ({ attributes }) => text(attributes["saidAtWords"]),
  },
  {
    name: "nested",
    type: "true or false",
    means: "A source quoted by another source.",
    of: ({ attributes }) => truth(attributes["nested"]),
  },
  { name: "place_role", type: "text", means: "at, near, from, to …", of: ({ attributes }) => text(attributes["role"]) },
  {
    name: "geo_precision",
    type: "integer",
    means: "1 the named town, 2 near it or part of a region, 3 a larger region.",
    of: ({ attributes }) => number(attributes["precision"]),
  },
  {
    name: "primary",
    type: "true or false",
    means: "Whether the place gives the claim's coordinates.",
    of: ({ attributes }) => truth(attributes["primary"]),
  },
  { name: "cue", type: "text", means: "The words that make the link.", of: ({ cue }) => cue && quoteOf(cue) },
  { name: "cue_segments", type: "text", means: "Their offsets, start..end.", of: ({ cue }) => cue && spansOf(cue) },
  { name: "note", type: "text", means: noteColumn, of: ({ attributes }) => text(attributes["note"]) },
  {
    name: "derived_from",
    type: "ids",
    means: "In a final layer: the analysts' links it was made from.",
    of: ({ derivedFrom }) => derivedFrom?.join(";"),
  },
];

/** Every link: from a claim to a source, an entity, the article, a place or another claim. */
export const links: CsvTable = tableOfReports(
  {
    layer: "links",
    label: "Links",
    row: "One row for each link: from a claim to a source, an entity, the article, a place or another claim.",
    count: (counts) => counts.relations,
    needs: { annotations: "all", relations: true },
  },
  [
    ...within(ends, tagOf),
    ...within(said, tagOf),
    ...within(workColumns, ({ record }: LinkRow) => record),
    ...within(reportColumns, ({ bundle }: LinkRow) => bundle),
  ],
  linksIn,
);
