import { z } from "zod";
import { ReleaseId } from "@/domain/ids";
import { ReleaseWithFiles } from "@/domain/release/release";
import { route } from "@/server/http/route";
import { readRelease } from "@/server/operations/releases";

export const GET = route(
  {
    scope: "export",
    summary: "Read a release with its files and their SHA-256",
    params: z.object({ releaseId: ReleaseId }),
    answers: ReleaseWithFiles,
  },
  (actor, { params: { releaseId } }) => readRelease(actor, releaseId),
);
