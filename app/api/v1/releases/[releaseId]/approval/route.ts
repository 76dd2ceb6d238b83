import { z } from "zod";
import { ReleaseId } from "@/domain/ids";
import { DecideRelease, Release } from "@/domain/release/release";
import { route } from "@/server/http/route";
import { decideOnRelease } from "@/server/operations/decide-release";

export const POST = route(
  {
    summary: "Approve or decline a release that waits for a second person; never whoever asked approves it",
    params: z.object({ releaseId: ReleaseId }),
    body: DecideRelease,
    answers: Release,
  },
  (actor, { params: { releaseId }, body }) => decideOnRelease(actor, releaseId, body),
);
