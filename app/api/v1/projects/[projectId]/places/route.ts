import { z } from "zod";
import { FoundPlaces } from "@/domain/gazetteer/found-place";
import { featureTypes } from "@/domain/gazetteer/place-values";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { lookUpPlaces } from "@/server/operations/look-up-places";
import { limitOf } from "@/server/page";

/** "35.13,36.75": latitude and longitude in degrees. */
const Near = z.string().transform((text, context) => {
  const [latitude, longitude, ...rest] = text
    .split(",")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (latitude !== undefined && longitude !== undefined && rest.length === 0) {
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  }
  context.addIssue("A latitude and a longitude in degrees, like 35.13,36.75.");
  return z.NEVER;
});

export const GET = route(
  {
    summary: "Look up what a name of a place may stand for, best first",
    params: z.object({ projectId: ProjectId }),
    query: z.object({
      name: z.string().trim().min(1).max(200),
      /** What stands right before and after it in the report, which says what is meant by it. */
      before: z.string().max(200).default(""),
      after: z.string().max(200).default(""),
      /** What the words around the name say it is; places of other types come last. */
      featureType: z.enum(featureTypes).optional(),
      /** Where the report's other places are; may be given several times. */
      near: z.union([Near.transform((one) => [one]), z.array(Near).max(20)]).default([]),
      limit: limitOf(50, 20),
    }),
    answers: FoundPlaces,
  },
  (actor, { params: { projectId }, query: { name, before, after, featureType, near, limit } }) =>
    lookUpPlaces(actor, projectId, { name, before, after, featureType, near, limit }),
);
