import { z } from "zod";
import { PutProposal } from "@/domain/entity/merge-proposal";
import { ProposalId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { settleProposal } from "@/server/operations/merge-proposals";

export const PUT = route(
  {
    summary: "Dismiss a merge proposal, or propose it again",
    params: z.object({ proposalId: ProposalId }),
    body: PutProposal,
  },
  (actor, { params: { proposalId }, body }) => settleProposal(actor, proposalId, body.dismissed),
);
