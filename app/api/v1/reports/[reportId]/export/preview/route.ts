import { z } from "zod";
import { AskedExport, ExportPreview } from "@/domain/formats/asked";
import { ReportId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { previewExport } from "@/server/operations/preview-export";

export const GET = route(
  {
    scope: "export",
    summary: "Preview a report's export: counts, and what the format leaves out",
    params: z.object({ reportId: ReportId }),
    query: AskedExport,
    answers: ExportPreview,
  },
  (actor, { params, query }) => previewExport(actor, params, query),
);
