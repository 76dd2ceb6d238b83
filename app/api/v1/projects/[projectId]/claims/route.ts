import { z } from "zod";
import { ProjectId, ReportId } from "@/domain/ids";
import { FoundClaim } from "@/domain/tag/found-claim";
import { route } from "@/server/http/route";
import { findClaims } from "@/server/operations/find-claims";
import { limitOf } from "@/server/page";

export const GET = route(
  {
    summary: "Search a project's claims by summary or quote, latest first",
    params: z.object({ projectId: ProjectId }),
    query: z.object({
      q: z.string().trim().min(1).max(200),
      /** Leaves this report's own claims out. */
      not: ReportId.optional(),
      limit: limitOf(50, 20),
    }),
    answers: z.object({ items: z.array(FoundClaim) }),
  },
  (actor, { params: { projectId }, query: { q, not, limit } }) => findClaims(actor, projectId, { q, not, limit }),
);
