import { z } from "zod";
import { ok } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import { hitSorts } from "@/domain/search/hit-sorts";
import { LONGEST } from "@/domain/search/query";
import { attachment, streamed } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { exportConcordance } from "@/server/operations/export-concordance";

export const GET = route(
  {
    scope: "export",
    summary: "Export the newest 10,000 hits of a concordance as CSV or Excel; the job “concordance” writes all of them",
    params: z.object({ projectId: ProjectId }),
    query: z.object({
      q: z.string().max(LONGEST),
      sort: z.enum(hitSorts).default("newest"),
      format: z.enum(["csv", "xlsx"]).default("csv"),
    }),
    gives: "application/octet-stream",
  },
  async (actor, { params: { projectId }, query }) => {
    const download = await exportConcordance(actor, projectId, query);
    return download.ok ? ok(attachment(streamed(download.value.chunks), download.value)) : download;
  },
);
