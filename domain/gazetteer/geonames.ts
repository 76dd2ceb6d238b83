import { nameKey } from "@/domain/gazetteer/name-key";

/** What the gazetteer has a name for. A name of one never stands for another: Hama the province is not Hama the city. */
export type GazetteerFeature = "settlement" | "province" | "district" | "country";

/** One place of the gazetteer as it is stored. Degrees, WGS 84; an area's point is the middle of its people. */
export interface GazetteerPlace {
  readonly id: string;
  readonly name: string;
  readonly feature: GazetteerFeature;
  readonly country: string;
  readonly admin1?: string;
  readonly admin2?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly population: number;
  readonly names: readonly string[];
}

const COLUMNS = 19;

/**
 * Reads one line of a GeoNames dump (https://download.geonames.org/export/dump/readme.txt: 19 columns between tabs) that
 * names a settlement; undefined for other features, and a sentence for a broken line.
 */
export function readGeonamesLine(line: string): GazetteerPlace | string | undefined {
  const cells = line.split("\t");
  if (cells.length < COLUMNS) return `${COLUMNS} columns are expected, and there are ${cells.length}.`;
  const [id = "", name = "", plain = "", others = "", lat = "", lon = "", klass, , country = "", , one, two] = cells;
  if (klass !== "P" && klass !== "") return undefined;
  const [latitude, longitude] = [Number(lat), Number(lon)];
  if (!/^\d+$/.test(id) || !name) return "There is no id or no name.";
  if (!lat || !lon || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
    return "The coordinates are off the globe.";
  if (!/^[A-Z]{2}$/.test(country)) return `"${country.slice(0, 20)}" is no country.`;
  const names = [...new Set([name, plain, ...others.split(",")])].filter(isName);
  const population = Math.max(0, Math.min(2 ** 31 - 1, Number(cells[14]) || 0));
  return {
    ...{ id: `geonames:${id}`, name, feature: "settlement", country, latitude, longitude, population, names },
    ...(one && { admin1: one }),
    ...(two && { admin2: two }),
  };
}

/** Airport codes and single letters are no names. */
export const isName = (name: string) => name.length > 1 && name.length <= 200 && !/^[A-Z]{2,4}$/.test(name);

/** An area as `admin1.json` and `admin2.json` have it: "SY.10" or "SY.10.1001", and a name. */
export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

const GENERIC =
  /\s*(?:\b(?:governorate|province|provincia|oblast['’]?|region|state|district|county|prefecture|department|municipality|raion|rayon|krai|voivodeship|canton|republic of)\b|^(?:mu[hḩ]āfaz̧at|provincia de|province of|state of|district of))\s*/giu;

/** The name of an area without the word for what kind of area it is. */
export const plainAreaName = (name: string) => name.replace(GENERIC, " ").trim();

/** Areas with the middle of their people; those with no settlement have no coordinates. */
export function areasOf(
  named: readonly NamedArea[],
  feature: "province" | "district",
  settlements: readonly GazetteerPlace[],
): GazetteerPlace[] {
  const inside = new Map<string, GazetteerPlace[]>();
  for (const each of settlements) {
    const code = [each.country, each.admin1 ?? "", ...(feature === "district" ? [each.admin2 ?? ""] : [])].join(".");
    const those = inside.get(code);
    if (those) those.push(each);
    else inside.set(code, [each]);
  }
  return named.map(({ code, name }) => {
    const [country = "", admin1, admin2] = code.split(".");
    const people = inside.get(code) ?? [];
    const names = [...new Set([name, plainAreaName(name), ...namesOfSeat(name, people)])].filter(isName);
    return {
      ...{ id: `area:${code}`, name, feature, country, names, ...middleOf(people) },
      population: Math.min(
        2 ** 31 - 1,
        people.reduce((sum, { population }) => sum + population, 0),
      ),
      ...(admin1 && { admin1 }),
      ...(feature === "district" && admin2 ? { admin2 } : {}),
    };
  });
}

/** An area that has the name of a town in it has that town's name in other scripts, too. */
function namesOfSeat(name: string, inside: readonly GazetteerPlace[]): readonly string[] {
  const key = nameKey(name.replace(GENERIC, " "));
  const seats = inside.filter((town) => nameKey(town.name) === key || town.names.some((each) => each === name));
  const seat = seats.toSorted((a, b) => b.population - a.population)[0];
  return seat ? seat.names.filter((each) => !/\p{Script=Latin}/u.test(each) || nameKey(each) === key) : [];
}

/** The middle of the people of some settlements on the globe, so that the date line does no harm. Degrees. */
export function middleOf(places: readonly GazetteerPlace[]): { latitude?: number; longitude?: number } {
  let [x, y, z] = [0, 0, 0];
  for (const { latitude = 0, longitude = 0, population } of places) {
    const [lat, lon, weight] = [radians(latitude), radians(longitude), Math.max(1, population)];
    x += weight * Math.cos(lat) * Math.cos(lon);
    y += weight * Math.cos(lat) * Math.sin(lon);
    z += weight * Math.sin(lat);
  }
  if (Math.hypot(x, y, z) === 0) return {};
  const degrees = (angle: number) => Number(((angle * 180) / Math.PI).toFixed(4));
  return { latitude: degrees(Math.atan2(z, Math.hypot(x, y))), longitude: degrees(Math.atan2(y, x)) };
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
