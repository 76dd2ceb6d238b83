import { z } from "zod";
import { ReleaseId } from "@/domain/ids";
import { Release, WithdrawRelease } from "@/domain/release/release";
import { route } from "@/server/http/route";
import { withdrawRelease } from "@/server/operations/releases";

export const POST = route(
  {
    summary: "Withdraw a release with a reason; its files stay as they are",
    params: z.object({ releaseId: ReleaseId }),
    body: WithdrawRelease,
    answers: Release,
  },
  (actor, { params: { releaseId }, body }) => withdrawRelease(actor, releaseId, body),
);
