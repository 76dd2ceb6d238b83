import { z } from "zod";
import { type GazetteerPlace, isName, readGeonamesLine } from "@/domain/gazetteer/geonames";

/** What a file from GeoNames can hold: the places of a country, or further names of places that are known. */
const geonamesFileKinds = ["places", "names"] as const;
export type GeonamesFileKind = (typeof geonamesFileKinds)[number];
/** What an admin may add: a file from GeoNames, or a table of P-codes. */
export const placeNameFileKinds = [...geonamesFileKinds, "codes"] as const;
export type PlaceNameFileKind = (typeof placeNameFileKinds)[number];

/** A place of a file, with its number at GeoNames, which an area has beside its id. */
export interface FiledPlace extends GazetteerPlace {
  readonly geonameId: number;
}

/** A further name of a place. */
export interface FiledName {
  /** The number that the name has at GeoNames. */
  readonly id: number;
  readonly geonameId: number;
  readonly name: string;
  /** As the file says: "ar", "de", "sr-Latn"; absent where it says none. */
  readonly language?: string;
  readonly preferred: boolean;
  readonly short: boolean;
  readonly colloquial: boolean;
  readonly former: boolean;
  /** As the file says: "1961", "19190401". */
  readonly since?: string;
  readonly until?: string;
}

const PLACE_COLUMNS = 19;
const NAME_COLUMNS = { least: 4, most: 10 };

/** Which kind of file a line is of, by its columns; undefined for a line of neither. */
export function kindOfLine(line: string): GeonamesFileKind | undefined {
  const cells = line.split("\t");
  if (cells.length >= PLACE_COLUMNS) return "places";
  const [id = "", geonameId = ""] = cells;
  const isNames = cells.length >= NAME_COLUMNS.least && cells.length <= NAME_COLUMNS.most;
  return isNames && /^\d+$/.test(id) && /^\d+$/.test(geonameId) ? "names" : undefined;
}

/**
 * Reads one line of a country file (`SY.txt`, `allCountries.txt`): settlements, and areas of the first and second level
 * under the ids that they have here; undefined for what the gazetteer has no names for, a sentence for a broken line.
 */
export function readPlaceLine(line: string): FiledPlace | string | undefined {
  const cells = line.split("\t");
  const [area, geonameId] = [areas[`${cells[6]}.${cells[7]}`], numberIn(cells[0])];
  if (cells.length >= PLACE_COLUMNS && geonameId === undefined) return "There is no id that GeoNames gives.";
  const place = readGeonamesLine(area ? cells.with(6, "P").join("\t") : line);
  if (typeof place !== "object" || geonameId === undefined) return typeof place === "object" ? undefined : place;
  if (!area) return { ...place, geonameId };
  const { admin1, admin2, ...rest } = place;
  const inside = area === "district" ? [admin1, admin2] : [admin1];
  if (inside.some((code) => code === undefined)) return "The area has no code.";
  return {
    ...rest,
    ...{ geonameId, feature: area, id: `area:${[place.country, ...inside].join(".")}` },
    ...(admin1 && { admin1 }),
    ...(area === "district" && admin2 && { admin2 }),
  };
}

const areas: Record<string, "province" | "district"> = { "A.ADM1": "province", "A.ADM2": "district" };

/** What stands in the column of languages and is none: addresses, codes of airports and stations, post codes. */
const NO_LANGUAGE = new Set(["link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "abbr"]);

/** Reads one line of a file of alternate names; undefined for what is no name, a sentence for a broken line. */
export function readNameLine(line: string): FiledName | string | undefined {
  const cells = line.split("\t");
  if (cells.length < NAME_COLUMNS.least)
    return `At least ${NAME_COLUMNS.least} columns are expected, and there are ${cells.length}.`;
  if (cells.length > NAME_COLUMNS.most)
    return `At most ${NAME_COLUMNS.most} columns are expected, and there are ${cells.length}.`;
  const [first, second, language = "", said = "", preferred, short, colloquial, former, since, until] = cells;
  const [id, geonameId, name] = [numberIn(first), numberIn(second), said.trim()];
  if (id === undefined || geonameId === undefined) return "There is no id that GeoNames gives.";
  if (name === "") return "There is no name.";
  if (!/^[\p{L}\d_-]{0,20}$/u.test(language)) return `"${language.slice(0, 20)}" is no language.`;
  const flags = [preferred, short, colloquial, former];
  if (flags.some((flag) => flag !== undefined && !/^[01]?$/.test(flag.trim())))
    return "What says whether a name is preferred, short, colloquial or historic is 1 or nothing.";
  if (NO_LANGUAGE.has(language) || !isName(name)) return undefined;
  const [isPreferred, isShort, isColloquial, isFormer] = flags.map((flag) => flag?.trim() === "1");
  return {
    ...{ id, geonameId, name, preferred: isPreferred === true, short: isShort === true },
    ...{ colloquial: isColloquial === true, former: isFormer === true },
    ...(language && { language }),
    ...whenIn("since", since),
    ...whenIn("until", until),
  };
}

const whenIn = (key: "since" | "until", cell = ""): Pick<FiledName, "since" | "until"> =>
  cell.trim() === "" ? {} : { [key]: cell.trim().slice(0, 10) };

/** GeoNames counts in whole numbers that fit PostgreSQL's integer. */
function numberIn(cell: string | undefined): number | undefined {
  const number = /^\d{1,10}$/.test(cell ?? "") ? Number(cell) : 0;
  return number > 0 && number < 2 ** 31 ? number : undefined;
}

/** Another name of a place as a file has it, shown with a candidate. */
export const OtherName = z.object({
  name: z.string(),
  /** As GeoNames says: "ar", "de". */
  language: z.string().optional(),
  /** The name that is preferred in its language, or one that the place had before. */
  is: z.enum(["preferred", "former"]),
  since: z.string().optional(),
  until: z.string().optional(),
});
export type OtherName = z.infer<typeof OtherName>;
