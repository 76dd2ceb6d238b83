import { z } from "zod";
import { ok } from "@/domain/failure";
import { ReleaseId } from "@/domain/ids";
import { fixedFile } from "@/server/http/fixed";
import { route } from "@/server/http/route";
import { takeReleaseFile } from "@/server/operations/download-release";

export const GET = route(
  {
    scope: "export",
    summary: "Download one file of a release; `Range` goes on where a download was cut off",
    params: z.object({ releaseId: ReleaseId }),
    query: z.object({ name: z.string().max(200).default("manifest.json") }),
    gives: "application/octet-stream",
  },
  async (actor, { params: { releaseId }, query: { name }, request }) => {
    const taken = await takeReleaseFile(actor, releaseId, name);
    return taken.ok ? ok(fixedFile(request, taken.value)) : taken;
  },
);
