import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { PlacePage } from "@/domain/map/place-page";
import { route } from "@/server/http/route";
import { readPlace } from "@/server/operations/read-place";

const query = z
  .object({
    /** Its id in the gazetteer. */
    id: z.string().min(1).max(100).optional(),
    /** The name of a place that the project set itself. */
    name: z.string().min(1).max(200).optional(),
    latitude: z.coerce.number().min(-90).max(90).optional(),
    longitude: z.coerce.number().min(-180).max(180).optional(),
  })
  .transform(({ id, name, latitude, longitude }, context) => {
    if (id !== undefined) return { id };
    if (name !== undefined) return { name, latitude, longitude };
    context.addIssue({ code: "custom", path: ["id"], message: "The id of a place, or its name and point." });
    return z.NEVER;
  });

export const GET = route(
  {
    summary:
      "Read a place: its mentions, what is located at it, its events, what was decided, and credibility by month",
    params: z.object({ projectId: ProjectId }),
    query,
    answers: PlacePage,
  },
  (actor, { params: { projectId }, query: address }) => readPlace(actor, projectId, address),
);
