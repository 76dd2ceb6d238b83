import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { openLayers } from "@/server/operations/open-layers";

export const POST = route(
  {
    summary: "End the blind work on a report of an independent project",
    params: z.object({ reportId: ReportId }),
    answers: z.object({ layersOpenedAt: z.iso.datetime() }),
  },
  (actor, { params: { reportId } }) => openLayers(actor, reportId),
);
