import { z } from "zod";
import { codebookFile } from "@/domain/codebook/read/file";
import { ok } from "@/domain/failure";
import { codebookXml } from "@/domain/formats/refi-qda/codes";
import { xmlWith } from "@/domain/formats/refi-qda/elements";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readCodebook } from "@/server/operations/read-codebook";

export const GET = route(
  {
    summary: "Download the codebook as one JSON file, or its labels as a REFI-QDA codebook",
    params: z.object({ projectId: ProjectId }),
    query: z.object({ format: z.enum(["json", "qdc"]).default("json") }),
    gives: "application/json",
  },
  async (actor, { params, query: { format } }) => {
    const codebook = await readCodebook(actor, params.projectId);
    if (!codebook.ok) return codebook;
    const name = `codebook-version-${codebook.value.version}.${format}`;
    const headers = {
      "content-type": format === "qdc" ? "application/xml; charset=utf-8" : "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    };
    const file =
      format === "qdc"
        ? codebookXml(
            codebook.value,
            "Glossator",
            xmlWith(() => undefined),
          )
        : codebookFile(codebook.value);
    return ok(new Response(file, { headers }));
  },
);
