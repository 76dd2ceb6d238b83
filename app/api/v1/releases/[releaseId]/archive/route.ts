import { z } from "zod";
import { ok } from "@/domain/failure";
import { ReleaseId } from "@/domain/ids";
import { fixedFile } from "@/server/http/fixed";
import { route } from "@/server/http/route";
import { takeRelease } from "@/server/operations/download-release";

export const GET = route(
  {
    scope: "export",
    summary: "Download a release, all files in one zip; `Range` goes on where a download was cut off",
    params: z.object({ releaseId: ReleaseId }),
    gives: "application/zip",
  },
  async (actor, { params: { releaseId }, request }) => {
    const taken = await takeRelease(actor, releaseId);
    return taken.ok ? ok(fixedFile(request, taken.value)) : taken;
  },
);
