import { nameKey } from "@/domain/gazetteer/name-key";
import type { coarseAreas, widenings } from "@/domain/protection/permitted-use-values";

export type CoarseArea = (typeof coarseAreas)[number];
export type Widening = (typeof widenings)[number];

/** What a place is known by wherever it stands: in a tag, in evidence, in an event. */
export type Whereabouts = {
  name?: unknown;
  admin1?: unknown;
  admin2?: unknown;
  country?: unknown;
};

const levels = ["admin2", "admin1", "country"] as const;
const features = { admin2: "district", admin1: "province", country: "country" } as const;
const from: Record<CoarseArea, number> = { district: 0, province: 1, country: 2 };

/** ACLED's geo-precision of an area: part of a region, or a larger one. */
export const coarsePrecision = (area: CoarseArea): 2 | 3 => (area === "district" ? 2 : 3);

/**
 * A place without anything finer than an area: its name becomes the area's, and no coordinates are left, for none may
 * be computed. An area of the place's own name says too much, so that the next larger one is named.
 */
export function coarsened<T extends Whereabouts>(place: T, area: CoarseArea, unnamed: string): Record<string, unknown> {
  const own = nameKey(String(place.name ?? ""));
  const level = levels.slice(from[area]).find((each) => {
    const name = place[each];
    return typeof name === "string" && nameKey(name) !== own;
  });
  const kept: Record<string, unknown> = { ...place, name: level ? place[level] : unnamed };
  for (const fine of ["id", "latitude", "longitude", "coordinateBasis", "uncertaintyMetres"]) delete kept[fine];
  if ("featureType" in place && level) kept["featureType"] = features[level];
  const finest = level ? levels.indexOf(level) : levels.length - 1;
  for (const each of levels.slice(0, finest)) {
    delete kept[each];
    delete kept[`${each}Pcode`];
  }
  return kept;
}

const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

function first(date: string, to: "week" | "month"): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (to === "month") return Date.parse(`${date.slice(0, 7)}-01T00:00:00Z`);
  return time - ((new Date(time).getUTCDay() + 6) % 7) * day;
}

function last(date: string, to: "week" | "month"): number {
  const begin = first(date, to);
  if (to === "week") return begin + 6 * day;
  const month = new Date(begin);
  return Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0);
}

/** Days widened to the whole weeks (Monday to Sunday) or months they lie in, and a precision no finer than that. */
export function widened<T extends { from?: unknown; to?: unknown; precision?: unknown }>(time: T, to: Widening): T {
  if (to === "as they are") return time;
  const out = { ...time };
  const days = [time.from, time.to].filter((each): each is string => typeof each === "string");
  const [begin, end] = [days[0], days.at(-1)];
  if (typeof time.from === "string" && begin) out.from = iso(first(begin, to));
  if (end) out.to = iso(last(end, to));
  if (time.precision !== "month" && time.precision !== "unknown" && days.length > 0) out.precision = to;
  return out;
}
