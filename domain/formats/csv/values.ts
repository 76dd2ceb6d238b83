import type { LabelAttribute } from "@/domain/codebook/attribute";
import { Codebook, emptyCodebook } from "@/domain/codebook/codebook";
import { type Column, type CsvTable, idNow, tableOfReports } from "@/domain/formats/csv/column";
import { quoteOf, reportColumns } from "@/domain/formats/csv/common";
import type { DatasetHeader, Lookup, ReportBundle } from "@/domain/formats/dataset";
import type { EntityId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

type ValueRow = {
  bundle: ReportBundle;
  tag: Annotation | Relation;
  slug: string;
  value: unknown;
  known: Known | undefined;
};
type Known = { label: string; attribute: LabelAttribute | undefined };
type Names = ReadonlyMap<string, { name: string; attributes: ReadonlyMap<string, LabelAttribute> }>;

/** Labels and relation types of the codebook in force by their kind; a codebook that cannot be read names nothing. */
function namesIn({ codebook }: Pick<DatasetHeader, "codebook">): Names {
  const { labels, relationTypes } = Codebook.safeParse(codebook.content).data ?? emptyCodebook;
  const entry = (kind: string, { name, attributes }: { name: string; attributes: readonly LabelAttribute[] }) =>
    [kind, { name, attributes: new Map(attributes.map((each) => [each.slug, each])) }] as const;
  return new Map([
    ...labels.map((each) => entry(`label:${each.slug}`, each)),
    ...relationTypes.map((each) => entry(`relation:${each.slug}`, each)),
  ]);
}

const isOwn = ({ kind }: { kind: string }) => kind.startsWith("label:") || kind.startsWith("relation:");

/** What tags of a project's own kinds say: several values of one attribute are as many rows. */
export function* valuesIn(bundle: ReportBundle, names: Names): Generator<ValueRow> {
  for (const { tag } of [...bundle.annotations, ...bundle.relations]) {
    if (!isOwn(tag)) continue;
    const kind = names.get(tag.kind);
    for (const [slug, said] of Object.entries(tag.attributes)) {
      const known = kind && { label: kind.name, attribute: kind.attributes.get(slug) };
      for (const value of Array.isArray(said) ? said : [said]) yield { bundle, tag, slug, value, known };
    }
  }
}

const entityIn = (value: unknown) =>
  typeof value === "object" && value !== null && "entityId" in value ? (value.entityId as EntityId) : undefined;
const placeIn = (value: unknown) =>
  typeof value === "object" && value !== null && "name" in value
    ? (value as { name: string; latitude?: number; longitude?: number })
    : undefined;

function wordsOf(value: unknown, lookup: Lookup): string | undefined {
  const entity = entityIn(value);
  if (entity) return idNow(entity, lookup);
  const place = placeIn(value);
  if (place) return place.name;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function nameOf({ value, known }: ValueRow, { entity }: Lookup): string | undefined {
  const id = entityIn(value);
  if (id) return entity.get(id)?.name;
  return known?.attribute?.choices.find(({ slug }) => slug === value)?.name;
}

const columns: readonly Column<ValueRow>[] = [
  ...reportColumns.map(
    ({ of, ...rest }): Column<ValueRow> => ({ ...rest, of: ({ bundle }, lookup) => of(bundle, lookup) }),
  ),
  {
    name: "annotation_id",
    type: "id",
    means: "The annotation that says it; blank for a link.",
    of: ({ tag }) => (tag.type === "annotation" ? tag.id : undefined),
  },
  {
    name: "link_id",
    type: "id",
    means: "The link that says it; blank for an annotation.",
    of: ({ tag }) => (tag.type === "relation" ? tag.id : undefined),
  },
  { name: "kind", type: "text", means: "label:… or relation:… of the project.", of: ({ tag }) => tag.kind },
  { name: "label", type: "text", means: "What the codebook calls it.", of: ({ known }) => known?.label },
  {
    name: "quote",
    type: "text",
    means: "The words; parts are joined by […].",
    of: ({ tag }) => (tag.type === "annotation" ? quoteOf(tag) : undefined),
  },
  { name: "attribute", type: "text", means: "The attribute as the API has it.", of: ({ slug }) => slug },
  {
    name: "attribute_name",
    type: "text",
    means: "What the codebook calls it.",
    of: ({ slug, known }) => (slug === "note" ? "Note" : known?.attribute?.name),
  },
  {
    name: "attribute_type",
    type: "text",
    means: "text, number, date, choice, choices, yes-no, entity or place.",
    of: ({ slug, known }) => (slug === "note" ? "text" : known?.attribute?.type),
  },
  {
    name: "value",
    type: "text",
    means: "The value: text, a number, a day, a choice as the API has it, an entity's id, a place's name.",
    of: ({ value }, lookup) => wordsOf(value, lookup),
  },
  {
    name: "value_number",
    type: "number",
    means: "The value, if it is a number.",
    of: ({ value }) => (typeof value === "number" ? value : undefined),
  },
  {
    name: "value_name",
    type: "text",
    means: "What the codebook calls the choice, or the name of the entity.",
    of: (row, lookup) => nameOf(row, lookup),
  },
  { name: "latitude", type: "number", means: "Of a place, WGS 84.", of: ({ value }) => placeIn(value)?.latitude },
  { name: "longitude", type: "number", means: "Of a place, WGS 84.", of: ({ value }) => placeIn(value)?.longitude },
];

/** What labels and links of the project's own say, one value a row: the columns are the same in every project. */
export const values: CsvTable = tableOfReports(
  {
    layer: "values",
    label: "Attributes of own labels",
    row: "One row for each value of an attribute that a label or link of the project's own has.",
    count: (counts) => counts.ownValues,
    needs: { annotations: "all", relations: true },
  },
  columns,
  (bundle, _filters, header) => valuesIn(bundle, namesIn(header)),
);
