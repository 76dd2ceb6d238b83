import { z } from "zod";
import { AskedExport, ExportPreview } from "@/domain/formats/asked";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { previewExport } from "@/server/operations/preview-export";

export const GET = route(
  {
    scope: "export",
    summary: "Preview a project's export: counts, and what the format leaves out",
    params: z.object({ projectId: ProjectId }),
    query: AskedExport,
    answers: ExportPreview,
  },
  (actor, { params, query }) => previewExport(actor, params, query),
);
