import { z } from "zod";
import { type Member, supporting } from "@/domain/event/counting";
import { geoPrecisions } from "@/domain/event/event-values";
import type { EvidencePlace } from "@/domain/event/evidence";
import { coordinateBases } from "@/domain/gazetteer/place-values";
import { TagId } from "@/domain/ids";
import { placeRoles } from "@/domain/tag/relation-values";

/** Where an event happened. Without a `name` nobody has said which of its places is the primary one, or it has none. */
export const EventPlace = z.object({
  tagId: TagId.optional(),
  name: z.string().optional(),
  /** As the report has it, in its script. */
  words: z.string().optional(),
  role: z.enum(placeRoles).optional(),
  /** ACLED geo-precision: 1 a named settlement, facility or site; 2 near it, or part of a region; 3 a larger region. */
  geoPrecision: z.literal(geoPrecisions).optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  coordinateBasis: z.enum(coordinateBases).optional(),
  /** Why there is no primary place or no coordinates. */
  missing: z.enum(["no place", "several places, none primary", "no coordinates", "a road's ends give none"]).optional(),
  chosen: z.string().optional(),
  /** Names of the areas it lies in, and two capital letters for the country. */
  admin1: z.string().optional(),
  admin2: z.string().optional(),
  admin1Pcode: z.string().optional(),
  admin2Pcode: z.string().optional(),
  country: z.string().optional(),
  others: z.array(z.string()),
});
export type EventPlace = z.infer<typeof EventPlace>;

/** A place that a person chose in place of the derived one, with the reason. */
export const ChosenPlace = z
  .strictObject({
    tagId: TagId.optional(),
    name: z.string().trim().min(1).max(300),
    geoPrecision: z.literal(geoPrecisions),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    coordinateBasis: z.enum(coordinateBases).optional(),
    reason: z.string().trim().min(1).max(2000),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ["longitude"],
    error: "Give both coordinates or none.",
  })
  .refine(({ latitude, coordinateBasis }) => (latitude === undefined) === (coordinateBasis === undefined), {
    path: ["coordinateBasis"],
    error: "Say what the coordinates are of; without coordinates there is nothing to say.",
  });
export type ChosenPlace = z.infer<typeof ChosenPlace>;

const exact: readonly EvidencePlace["featureType"][] = ["settlement", "facility"];
const lines: readonly EvidencePlace["featureType"][] = ["road", "border"];
const areas: readonly EvidencePlace["featureType"][] = ["province", "country", "region"];

/** Geo-precision 1 needs a named settlement, facility or site, and the role "at"; a road or a region is never finer than 3. */
export function geoPrecisionOf({ role, precision, featureType }: EvidencePlace): 1 | 2 | 3 {
  if (lines.includes(featureType) || areas.includes(featureType) || precision === 3) return 3;
  const named = exact.includes(featureType) && (role === "at" || role === undefined);
  return named && precision !== 2 ? 1 : 2;
}

/** The primary place of an event: the one that claims call primary, or the only one. Never silently the first. */
export function derivePlace(members: readonly Member[], chosen?: ChosenPlace): EventPlace {
  const places = supporting(members).flatMap((claim) => claim.places);
  const others = [...new Set(places.map((place) => place.name ?? place.words))];
  if (chosen) {
    const { reason, ...rest } = chosen;
    const missing = rest.latitude === undefined ? ({ missing: "no coordinates" } as const) : {};
    return { ...rest, ...missing, chosen: reason, others: others.filter((name) => name !== rest.name) };
  }
  const primary = places.filter((place) => place.primary);
  const candidates = primary.length > 0 ? primary : places;
  const [first] = candidates;
  if (!first) return { missing: "no place", others };
  if (candidates.some((place) => identity(place) !== identity(first))) {
    return { missing: "several places, none primary", others };
  }
  const name = first.name ?? first.words;
  const at = { tagId: first.id, name, words: first.words, ...(first.role && { role: first.role }) };
  return {
    ...at,
    geoPrecision: geoPrecisionOf(first),
    ...coordinatesOf(first),
    ...areasOf(first),
    others: others.filter((each) => each !== name),
  };
}

const identity = ({ name, words }: EvidencePlace) => (name ?? words).trim().toLowerCase();

/** An area of the first or second level lies in itself. */
function areasOf({ name, featureType, country, admin1Pcode, admin2Pcode, ...place }: EvidencePlace) {
  const admin1 = place.admin1 ?? (featureType === "province" ? name : undefined);
  const admin2 = place.admin2 ?? (featureType === "district" ? name : undefined);
  return {
    ...(admin1 && { admin1 }),
    ...(admin2 && { admin2 }),
    ...(admin1Pcode && { admin1Pcode }),
    ...(admin2Pcode && { admin2Pcode }),
    ...(country && { country }),
  };
}

function coordinatesOf({ featureType, role, latitude, longitude, coordinateBasis }: EvidencePlace) {
  if (lines.includes(featureType)) return { missing: "a road's ends give none" } as const;
  if (latitude === undefined || longitude === undefined) return { missing: "no coordinates" } as const;
  const near = role === "near" || role === "from" || role === "to";
  const basis = areas.includes(featureType) ? "area's middle" : near ? "nearest named town" : "named place";
  return { latitude, longitude, coordinateBasis: coordinateBasis ?? basis } as const;
}
