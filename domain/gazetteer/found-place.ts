import { z } from "zod";
import { OtherName } from "@/domain/gazetteer/geonames-files";
import { coordinateBases, featureTypes } from "@/domain/gazetteer/place-values";

/**
 * How a place was found: accepted in this project before, by the same letters, by another spelling of the same name, or
 * by a name that is only nearly alike. Only the first three may ever be chosen by a machine.
 */
export const lookUpLayers = ["project", "letters", "spelling", "guess"] as const;
export type LookUpLayer = (typeof lookUpLayers)[number];

/** A place that a name may stand for. Degrees, WGS 84; kilometres. */
export const FoundPlace = z.object({
  id: z.string().optional(),
  name: z.string(),
  layer: z.enum(lookUpLayers),
  featureType: z.enum(featureTypes).optional(),
  /** Two capital letters. */
  country: z.string().optional(),
  /** Names of the areas it lies in, as the gazetteer has them. */
  admin1: z.string().optional(),
  admin2: z.string().optional(),
  /** P-codes of the areas of the first and second level that it lies in or is, from a table of an admin's. */
  admin1Pcode: z.string().optional(),
  admin2Pcode: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  /** What the coordinates are of: of an area, the middle of its people. */
  coordinateBasis: z.enum(coordinateBases).optional(),
  /** Of a place that the project set itself. */
  aliases: z.array(z.string()).optional(),
  parent: z.string().optional(),
  population: z.int().nonnegative().optional(),
  /** What a file of alternate names says: preferred names, then former ones with their times. */
  otherNames: z.array(OtherName).optional(),
  /** To the nearest of the points that were asked about. */
  distanceKm: z.number().nonnegative().optional(),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

/** How far the gazetteer has been filled, in per cent; absent before it was ever begun. */
export const GazetteerStanding = z.object({
  state: z.enum(["loading", "loaded", "failed", "empty"]),
  percent: z.int().min(0).max(100),
});
export type GazetteerStanding = z.infer<typeof GazetteerStanding>;

export const FoundPlaces = z.object({
  items: z.array(FoundPlace),
  gazetteer: GazetteerStanding,
  /** What has to be said with places of the gazetteer. */
  attribution: z.string(),
});
