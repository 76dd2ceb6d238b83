import { z } from "zod";
import { ok } from "@/domain/failure";
import { AskedExport } from "@/domain/formats/asked";
import { ReportId } from "@/domain/ids";
import { attachment, streamed } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { exportDataset } from "@/server/operations/export-dataset";

export const GET = route(
  {
    scope: "export",
    summary: "Export a report; accepted tags only, unless other states are requested",
    params: z.object({ reportId: ReportId }),
    query: AskedExport,
    gives: "application/octet-stream",
  },
  async (actor, { params, query }) => {
    const download = await exportDataset(actor, params, query);
    return download.ok ? ok(attachment(streamed(download.value.chunks), download.value)) : download;
  },
);
