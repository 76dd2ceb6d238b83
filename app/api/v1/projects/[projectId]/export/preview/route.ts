import { z } from "zod";
import { AskedExport, ExportPreview } from "@/domain/formats/asked";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { previewExport } from "@/server/operations/export-dataset";

export const GET = route(
  {
    scope: "export",
    summary: "What an export of a project would hold, and what its format cannot carry",
    params: z.object({ projectId: ProjectId }),
    query: AskedExport,
    answers: ExportPreview,
  },
  (actor, { params, query }) => previewExport(actor, params, query),
);
