import type { Steps } from "@/domain/agreement/project/layers";
import { type Sheet, sheetOfRatings } from "@/domain/agreement/project/sheet";
import { missing, tallying } from "@/domain/agreement/tally";
import { certainties, claimKinds, polarities, standings } from "@/domain/tag/claim-values";
import { featureTypes, resolutions } from "@/domain/tag/place-values";

/** An attribute that people can agree on, and how its values are compared. */
export interface ComparedAttribute {
  readonly kind: "claim" | "place" | "source";
  readonly attribute: string;
  /** Ordinal where the values are a scale: near misses count less. */
  readonly level: "nominal" | "ordinal";
  /** The values in order; left out where a project has its own. */
  readonly values?: readonly string[];
  /** Values that are no place on the scale and count as not given. */
  readonly apart?: readonly string[];
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
  { kind: "claim", attribute: "checkWorthy", level: "nominal", values: ["false", "true"] },
  { kind: "place", attribute: "featureType", level: "nominal", values: featureTypes },
  { kind: "place", attribute: "resolution", level: "nominal", values: resolutions },
  { kind: "source", attribute: "entityId", level: "nominal" },
];

/** What one person said of one tag: its kind, borders and attributes as texts. */
export type Described = readonly [
  kind: string,
  start: number,
  end: number,
  attributes: Readonly<Record<string, string>>,
];

/** One report: for each of its raters what they said, by their place in the list of people. */
export type DescribedReport = readonly { readonly person: number; readonly tags: readonly Described[] }[];

/** The ratings of one attribute, report by report: tags of the same kind with the same borders are one item. */
export function* attributeSheets(
  reports: readonly DescribedReport[],
  compared: ComparedAttribute,
  people: number,
): Steps<{ readonly categories: readonly string[]; readonly sheets: readonly Sheet[]; readonly places: number }> {
  const rated = reports.map((report) => ratingsOf(report, compared, people));
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

function ratingsOf(
  report: DescribedReport,
  { kind, attribute, apart = [] }: ComparedAttribute,
  people: number,
): (string | undefined)[][] {
  const items = new Map<string, (string | undefined)[]>();
  const seen = new Set<string>();
  for (const { person, tags } of report) {
    for (const [of, start, end, attributes] of tags) {
      if (of !== kind) continue;
      const borders = `${start} ${end}`;
      const once = `${borders} ${person}`;
      if (seen.has(once)) continue;
      seen.add(once);
      const item = items.get(borders) ?? Array<string | undefined>(people).fill(undefined);
      items.set(borders, item);
      const value = attributes[attribute];
      if (value !== undefined && !apart.includes(value)) item[person] = value;
    }
  }
  return [...items.values()];
}
