import { z } from "zod";
import { coordinateBases, featureTypes } from "@/domain/gazetteer/place-values";

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
  /** P-codes of the areas of the first and second level that it lies in or is. */
  admin1Pcode: z.string().max(20).optional(),
  admin2Pcode: z.string().max(20).optional(),
  /** Of a place that the project set itself: other names for it, and what it lies in. */
  aliases: z.array(z.string().min(1).max(200)).max(20).optional(),
  parent: z.string().max(200).optional(),
});
export type PlaceCandidate = z.infer<typeof PlaceCandidate>;
