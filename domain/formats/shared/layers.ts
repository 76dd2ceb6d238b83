import type { Attributes, Link, Span, Value } from "@/domain/interchange/document";
import { attributesIn, objectOf } from "@/domain/interchange/flat";
import type { CodePointRange } from "@/domain/text/offsets";

/** What tags and links are in tools of the UIMA family (INCEpTION, WebAnno, dkpro-cassis): two layers for every kind. */
export const tagLayer = "webanno.custom.Tag";
export const linkLayer = "webanno.custom.TagLink";

/** In this order. A tag in several parts is several annotations with one `identifier`. */
export const tagFeatures = ["label", "identifier", "entity", "attributes"] as const;
export const linkFeatures = ["label", "identifier", "attributes"] as const;
export type Features = Readonly<Record<string, Value>>;

const objectOrNull = (attributes: Attributes) => (Object.keys(attributes).length === 0 ? null : objectOf(attributes));

export const featuresOfTag = ({ label, id, entity, attributes }: Span): Features => ({
  label,
  identifier: id,
  entity: entity ?? null,
  attributes: objectOrNull(attributes),
});

export const featuresOfLink = ({ label, id, attributes }: Link): Features => ({
  label,
  identifier: id,
  attributes: objectOrNull(attributes),
});

/** Features that hold what people call the label, most telling first: in the layers that come with the tools, and in common use. */
const labelFeatures = [
  "label",
  "value",
  "entity",
  "category",
  "type",
  "kind",
  "PosValue",
  "DependencyType",
  "relation",
];

export const shortName = (layer: string): string => layer.split(".").at(-1) || layer;

type Told = { label: string; attributes: Record<string, Value>; identifier?: string; entity?: string };

/** What the features of an annotation say: of this product's layers, or of any other, whose name is kept as `layer`. */
export function toldBy(layer: string, features: Features): Told {
  const { label, identifier, entity, attributes } = features;
  const own = layer === tagLayer || layer === linkLayer;
  const said = typeof attributes === "string" ? attributesIn(attributes) : {};
  if (own && typeof label === "string" && typeof identifier === "string" && said) {
    return { label, identifier, attributes: { ...said }, ...(typeof entity === "string" ? { entity } : {}) };
  }
  const named = labelFeatures.find((name) => typeof features[name] === "string" && features[name] !== "");
  const others = Object.entries(features).filter(([name]) => name !== named);
  const value = named === undefined ? undefined : features[named];
  return {
    label: typeof value === "string" ? value : shortName(layer),
    attributes: Object.fromEntries([["layer", layer], ...others]),
  };
}

/** Joins the parts of tags: annotations of this product's layer that share an identifier. */
export class TagParts<T extends { segments: CodePointRange[] }> {
  readonly #known = new Map<string, T>();
  /** True where the part was added to a tag that is known. */
  joins(identifier: string | undefined, part: T): boolean {
    const known = identifier === undefined ? undefined : this.#known.get(identifier);
    if (known) known.segments.push(...part.segments);
    else if (identifier !== undefined) this.#known.set(identifier, part);
    return known !== undefined;
  }
}
