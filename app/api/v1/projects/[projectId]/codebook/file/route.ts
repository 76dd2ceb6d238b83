import { z } from "zod";
import { codebookFile } from "@/domain/codebook/read/file";
import { ok } from "@/domain/failure";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readCodebook } from "@/server/operations/read-codebook";

export const GET = route(
  {
    summary: "Download the codebook as one JSON file",
    params: z.object({ projectId: ProjectId }),
    gives: "application/json",
  },
  async (actor, { params }) => {
    const codebook = await readCodebook(actor, params.projectId);
    if (!codebook.ok) return codebook;
    const name = `codebook-version-${codebook.value.version}.json`;
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    };
    return ok(new Response(codebookFile(codebook.value), { headers }));
  },
);
