import { z } from "zod";
import { featureTypes } from "@/domain/gazetteer/place-values";
import { EntityId, ProjectId, ReportId } from "@/domain/ids";
import { MapPlaces } from "@/domain/map/on-map";
import { tagStates } from "@/domain/tag/tag";
import { route } from "@/server/http/route";
import { readMap } from "@/server/operations/read-map";
import { limitOf } from "@/server/page";

const current = ["open", "accepted", "returned"] as const;

const query = z
  .object({
    /** Only what this report names. */
    report: ReportId.optional(),
    /** Only places of claims that this entity makes or acts in. */
    entity: EntityId.optional(),
    state: z.enum([...tagStates, "current"]).default("current"),
    featureType: z.enum(featureTypes).optional(),
    /** In the words of the report, or in the name of what they were resolved to. */
    q: z.string().trim().max(200).default(""),
    limit: limitOf(20_000, 10_000),
  })
  .transform(({ state, ...rest }) => ({ ...rest, states: state === "current" ? current : [state] }));

export const GET = route(
  {
    summary: "Get the places of a project's reports for a map, those of the latest reports first",
    params: z.object({ projectId: ProjectId }),
    query,
    answers: MapPlaces,
  },
  (actor, { params: { projectId }, query: { report, entity, featureType, ...rest } }) =>
    readMap(actor, { projectId, report, entity, featureType, ...rest }),
);
