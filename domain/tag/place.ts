import { z } from "zod";
import { PlaceCandidate } from "@/domain/gazetteer/place-candidate";
import { featureTypes, resolutions } from "@/domain/gazetteer/place-values";
import { noteFields } from "@/domain/prose/note-fields";

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
