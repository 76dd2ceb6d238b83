import { z } from "zod";
import { ok } from "@/domain/failure";
import { ReleaseId } from "@/domain/ids";
import { attachment, streamed } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { takeDelta } from "@/server/operations/release-delta";

export const GET = route(
  {
    scope: "export",
    summary: "Download what leads from an earlier release to this one, with what changed and why",
    params: z.object({ releaseId: ReleaseId }),
    query: z.object({ since: ReleaseId }),
    gives: "application/zip",
  },
  async (actor, { params: { releaseId }, query: { since } }) => {
    const delta = await takeDelta(actor, releaseId, since);
    return delta.ok ? ok(attachment(streamed(delta.value.chunks), delta.value)) : delta;
  },
);
