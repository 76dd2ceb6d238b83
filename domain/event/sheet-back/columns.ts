import { confidences, dateMeanings, geoPrecisions, likelihoods, outcomes, phases } from "@/domain/event/event-values";
import { legacyColumns } from "@/domain/event/legacy-values";
import { sheetColumns } from "@/domain/event/sheet";
import { coordinateBases } from "@/domain/gazetteer/place-values";
import { countedWho, timePrecisions } from "@/domain/tag/claim-values";

/** How the cells of a column are read. */
export type Reading =
  | { as: "text" }
  | { as: "day" }
  | { as: "one of"; values: readonly (string | number)[] }
  | { as: "integer" }
  | { as: "degrees"; most: number };

export const figureNames = outcomes.flatMap((outcome) =>
  [undefined, ...countedWho].map((who) => ({ outcome, who, name: who === undefined ? outcome : `${outcome}_${who}` })),
);

const figures = figureNames.flatMap(({ name }) => [`${name}_low`, `${name}_high`]);
const oneOf = (values: readonly (string | number)[]): Reading => ({ as: "one of", values });

const readings: Readonly<Record<string, Reading>> = {
  ...Object.fromEntries([...legacyColumns, "title", "type", "note", "place"].map((name) => [name, { as: "text" }])),
  ...Object.fromEntries(figures.map((name) => [name, { as: "integer" }])),
  disputed: oneOf(["true", "false"]),
  phase: oneOf(phases),
  date_from: { as: "day" },
  date_to: { as: "day" },
  date_meaning: oneOf(dateMeanings),
  date_precision: oneOf(timePrecisions),
  time_precision: oneOf([1, 2, 3]),
  geo_precision: oneOf(geoPrecisions),
  latitude: { as: "degrees", most: 90 },
  longitude: { as: "degrees", most: 180 },
  coordinate_basis: oneOf(coordinateBases),
  likelihood: oneOf(likelihoods),
  confidence: oneOf(confidences),
};

/** How a column is read; undefined for one that is never taken from a sheet. */
export const readingOf = (column: string): Reading | undefined =>
  Object.hasOwn(readings, column) ? readings[column] : undefined;

/** Columns that are changed together: a date, a place and a figure are judged as wholes. */
export const groups: readonly { field: string; columns: readonly string[] }[] = [
  ...["title", "type", "phase"].map((name) => ({ field: name, columns: [name] })),
  { field: "date", columns: ["date_from", "date_to", "date_meaning", "date_precision"] },
  { field: "place", columns: ["place", "geo_precision", "latitude", "longitude", "coordinate_basis"] },
  ...figureNames.map(({ name }) => ({ field: name, columns: [`${name}_low`, `${name}_high`] })),
  ...["likelihood", "confidence", "note"].map((name) => ({ field: name, columns: [name] })),
];

/** What a column of a file may be taken for, beside the columns of the sheet: an id from before, and a figure that is low and high in one. */
export const targets: readonly string[] = [...sheetColumns.map(({ name }) => name), "former_id", ...outcomes];

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Names that other sheets have for the same: ACLED's, UCDP GED's and usual ones. */
const usual: Readonly<Record<string, string>> = {
  eventidcnty: "former_id",
  eventidnocnty: "former_id",
  dataid: "former_id",
  id: "former_id",
  eventdate: "date_from",
  date: "date_from",
  datestart: "date_from",
  startdate: "date_from",
  dateend: "date_to",
  enddate: "date_to",
  timeprecision: "time_precision",
  eventtype: "type",
  subeventtype: "type",
  actor1: "initiators",
  sidea: "initiators",
  actor2: "targets",
  sideb: "targets",
  location: "place",
  wherecoordinates: "place",
  adm1: "admin1",
  adm2: "admin2",
  lat: "latitude",
  lon: "longitude",
  lng: "longitude",
  long: "longitude",
  whereprec: "geo_precision",
  fatalities: "killed",
  deaths: "killed",
  low: "killed_low",
  high: "killed_high",
  source: "origins",
  sources: "origins",
  sourcearticle: "origins",
  notes: "note",
  description: "note",
};

const own = new Map(targets.map((name) => [bare(name), name]));

/**
 * What each column of a file is taken for; null where it is kept beside the event as it stands. `said`: what a person
 * chose. A column of the sheet is given once: the first that fits has it.
 */
export function columnsFor(
  header: readonly string[],
  said: Readonly<Record<string, string | null>> = {},
): (string | null)[] {
  const taken = new Set(header.map((name) => said[name]));
  const exact = header.map((name) => {
    const found = own.get(bare(name));
    return found !== undefined && taken.has(found) ? undefined : found;
  });
  for (const found of exact) taken.add(found);
  const given = new Set<string>();
  const once = (target: string | null | undefined) => {
    if (!target || given.has(target)) return null;
    given.add(target);
    return target;
  };
  return header.map((name, at) => {
    if (Object.hasOwn(said, name)) return once(said[name]);
    const found = exact[at];
    if (found !== undefined) return once(found);
    const other = usual[bare(name)];
    return other === undefined || taken.has(other) ? null : once(other);
  });
}
