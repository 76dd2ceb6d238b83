import type { DescribedReport } from "@/domain/agreement/project/described";
import type { Steps } from "@/domain/agreement/project/layers";
import { sameTags } from "@/domain/agreement/project/same-tags";
import { type Sheet, sheetOfRatings } from "@/domain/agreement/project/sheet";
import { missing, tallying } from "@/domain/agreement/tally";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { Codebook } from "@/domain/codebook/codebook";
import type { AttributeType } from "@/domain/codebook/codebook-values";
import { featureTypes, resolutions } from "@/domain/gazetteer/place-values";
import { certainties, claimKinds, polarities, standings } from "@/domain/tag/claim-values";

/** An attribute that people can agree on, and how its values are compared. */
export interface ComparedAttribute {
  /** `claim`, `place`, `source`, `label:…` or `relation:…`. */
  readonly kind: string;
  /** What a project calls a kind of link of its own. */
  readonly kindName?: string;
  readonly attribute: string;
  /** What a project calls an attribute of its own. */
  readonly name?: string;
  /** Ordinal where the values are a scale: near misses count less. */
  readonly level: "nominal" | "ordinal";
  /** The values in order; left out where a project has its own. */
  readonly values?: readonly string[];
  /** Values that are no place on the scale and count as not given. */
  readonly apart?: readonly string[];
  /** A box: whoever did not tick it said no. Compared once anybody ticked it anywhere. */
  readonly box?: true;
}

/**
 * Every attribute that is compared. "Unspecified" is no degree of certainty, and credibility 6 says that none can be
 * judged, so both count as not given.
 */
export const comparedAttributes: readonly ComparedAttribute[] = [
  { kind: "claim", attribute: "kind", level: "nominal", values: claimKinds },
  { kind: "claim", attribute: "standing", level: "nominal", values: standings },
  {
    kind: "claim",
    attribute: "certainty",
    level: "ordinal",
    values: certainties.filter((each) => each !== "unspecified").toReversed(),
    apart: ["unspecified"],
  },
  { kind: "claim", attribute: "polarity", level: "nominal", values: polarities },
  { kind: "claim", attribute: "eventType", level: "nominal" },
  { kind: "claim", attribute: "credibility", level: "ordinal", values: ["1", "2", "3", "4", "5"], apart: ["6"] },
  { kind: "claim", attribute: "checkWorthy", level: "nominal", values: ["false", "true"], box: true },
  { kind: "place", attribute: "featureType", level: "nominal", values: featureTypes },
  { kind: "place", attribute: "resolution", level: "nominal", values: resolutions },
  { kind: "source", attribute: "entityId", level: "nominal" },
];

/** Two people who wrote the same in other words agree, which no measure sees. */
const isCompared = (type: AttributeType) => type !== "text";

/**
 * The attributes of a project's own labels and links, retired ones too, as tags keep what they say. All are nominal:
 * several choices are one value, whatever order they were made in; an entity or a place is the one that is meant.
 */
export const ownAttributes = ({
  labels,
  relationTypes,
}: Pick<Codebook, "labels" | "relationTypes">): ComparedAttribute[] => [
  ...labels.flatMap(({ slug, attributes }) => comparedOf({ kind: `label:${slug}` }, attributes)),
  ...relationTypes.flatMap(({ slug, name, attributes }) =>
    comparedOf({ kind: `relation:${slug}`, kindName: name }, attributes),
  ),
];

const comparedOf = (
  of: Pick<ComparedAttribute, "kind" | "kindName">,
  attributes: readonly LabelAttribute[],
): ComparedAttribute[] =>
  attributes
    .filter(({ type }) => isCompared(type))
    .map(({ slug, name }) => ({ ...of, attribute: slug, name, level: "nominal" as const }));

/**
 * The ratings of one attribute, report by report: tags of the same kind with the same borders are one item, and
 * links of one kind between the same words. Where one
 * person has several of them, those that say the most alike are.
 */
export function* attributeSheets(
  reports: readonly DescribedReport[],
  compared: ComparedAttribute,
  people: number,
): Steps<{ readonly categories: readonly string[]; readonly sheets: readonly Sheet[]; readonly places: number }> {
  const rated = ticked(
    reports.map((report) => ratingsOf(report, compared, people)),
    compared,
  );
  yield;
  const categories = compared.values ?? [...new Set(rated.flat(2).filter((value) => value !== undefined))].sort();
  const codes = new Map(categories.map((value, code) => [value, code]));
  const sheets: Sheet[] = [];
  for (const items of rated) {
    const counting = tallying(categories, people);
    for (const item of items)
      counting.add(item.map((value) => (value === undefined ? missing : (codes.get(value) ?? missing))));
    sheets.push(sheetOfRatings(counting.tally()));
    yield;
  }
  return { categories, sheets, places: rated.reduce((total, items) => total + items.length, 0) };
}

type Items = (string | undefined)[][];

/** A box that nobody ticked anywhere was not used. */
const ticked = (rated: Items[], { box }: ComparedAttribute): Items[] =>
  !box || rated.some((items) => items.some((item) => item.includes("true"))) ? rated : rated.map(() => []);

function ratingsOf(
  report: DescribedReport,
  { kind, attribute, apart = [], box }: ComparedAttribute,
  people: number,
): Items {
  return sameTags(report, kind).map((group) => {
    const item = Array<string | undefined>(people).fill(undefined);
    for (const { person, tag } of group) {
      const value = tag[3][attribute] ?? (box ? "false" : undefined);
      if (value !== undefined && value !== "" && !apart.includes(value)) item[person] = value;
    }
    return item;
  });
}
