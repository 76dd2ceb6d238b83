import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Neighbours } from "@/domain/map/on-map";
import { route } from "@/server/http/route";
import { readNeighbours } from "@/server/operations/read-map";
import { limitOf } from "@/server/page";

const latitude = z.coerce.number().min(-90).max(90);
const longitude = z.coerce.number().min(-180).max(180);

export const GET = route(
  {
    summary: "Get the towns of the gazetteer with most people between two parallels and two meridians",
    params: z.object({ projectId: ProjectId }),
    query: z
      .object({
        south: latitude,
        north: latitude,
        /** May be greater than `east`: the antimeridian lies between then. */
        west: longitude,
        east: longitude,
        limit: limitOf(200, 60),
      })
      .refine(({ south, north }) => south <= north, { path: ["north"], error: "Must not be less than south." }),
    answers: Neighbours,
  },
  (actor, { params: { projectId }, query }) => readNeighbours(actor, projectId, query),
);
