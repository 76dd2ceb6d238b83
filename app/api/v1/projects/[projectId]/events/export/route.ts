import { z } from "zod";
import { eventStates } from "@/domain/event/event-values";
import { ok } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import { attachment, streamed } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { exportSheet } from "@/server/operations/export-sheet";

const query = z
  .object({
    format: z.enum(["csv", "xlsx", "geojson", "kml"]).default("csv"),
    table: z.enum(["events", "coverage"]).default("events"),
    state: z.enum([...eventStates, "all"]).default("accepted"),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .refine(({ format, table }) => table === "events" || format === "csv" || format === "xlsx", {
    path: ["table"],
    error: "Coverage leaves as csv or xlsx; maps have events.",
  })
  .transform(({ state, from, to, ...rest }) => ({
    ...rest,
    from,
    to,
    states: state === "all" ? eventStates : [state],
  }));

export const GET = route(
  {
    scope: "export",
    summary:
      "Export the event sheet, events for maps, or what was covered; accepted events only, unless another state is requested",
    params: z.object({ projectId: ProjectId }),
    query,
    gives: "application/octet-stream",
  },
  async (actor, { params: { projectId }, query: asked }) => {
    const download = await exportSheet(actor, projectId, asked);
    return download.ok ? ok(attachment(streamed(download.value.chunks), download.value)) : download;
  },
);
