import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Candidate } from "@/domain/people/person";
import { route } from "@/server/http/route";
import { listCandidates } from "@/server/operations/invitations";

export const GET = route(
  {
    summary: "List the people of the workspace who can be added to a project",
    params: z.object({ projectId: ProjectId }),
    answers: z.object({ items: z.array(Candidate) }),
  },
  (actor, { params }) => listCandidates(actor, params.projectId),
);
