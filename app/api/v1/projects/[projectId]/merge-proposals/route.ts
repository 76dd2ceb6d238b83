import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { ProposalsPage, ProposalsQuery } from "@/server/http/paging";
import { route } from "@/server/http/route";
import { listProposals } from "@/server/operations/merge-proposals";

export const GET = route(
  {
    summary: "List merge proposals: pairs of entities that may be duplicates",
    params: z.object({ projectId: ProjectId }),
    query: ProposalsQuery,
    answers: ProposalsPage,
  },
  (actor, { params: { projectId }, query }) => listProposals(actor, { projectId, ...query }),
);
