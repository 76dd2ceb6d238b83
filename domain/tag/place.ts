import { z } from "zod";
import { noteFields } from "@/domain/prose/note-fields";
import { coordinateBases, featureTypes, resolutions } from "@/domain/tag/place-values";

/** A gazetteer entry or project place a mention may stand for; coordinates in degrees, WGS 84. */
export const PlaceCandidate = z.strictObject({
  id: z.string().max(100).optional(),
  name: z.string().min(1).max(200),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  coordinateBasis: z.enum(coordinateBases).optional(),
  /** The side of the square that coordinates name: of a grid reference, or of what a press on a map can tell apart. */
  uncertaintyMetres: z.number().min(0).max(20_000_000).optional(),
  featureType: z.enum(featureTypes).optional(),
  /** Two capital letters. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Names of the areas it lies in. */
  admin1: z.string().max(200).optional(),
  admin2: z.string().max(200).optional(),
  /** Of a place that the project set itself: other names for it, and what it lies in. */
  aliases: z.array(z.string().min(1).max(200)).max(20).optional(),
  parent: z.string().max(200).optional(),
});

export const PlaceAttributes = z.strictObject({
  resolution: z.enum(resolutions).optional(),
  featureType: z.enum(featureTypes).optional(),
  located: PlaceCandidate.optional(),
  candidates: z.array(PlaceCandidate).max(20).optional(),
  partOfName: z.boolean().optional(),
  metonym: z.boolean().optional(),
  /** The ends and waypoints of a road or border, two or more. */
  nodes: z.array(z.string().min(1).max(200)).max(20).optional(),
  /** "Eastern", "west of the road": in the report's words. */
  direction: z.string().max(200).optional(),
  ...noteFields,
});
export type PlaceAttributes = z.infer<typeof PlaceAttributes>;
