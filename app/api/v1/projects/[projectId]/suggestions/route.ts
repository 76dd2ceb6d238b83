import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import { route } from "@/server/http/route";
import { readAcceptance } from "@/server/operations/propose-tags";

export const GET = route(
  {
    summary: "How many suggestions of each engine and rule were accepted and rejected in a project, and which are off",
    params: z.object({ projectId: ProjectId }),
    answers: z.object({ items: z.array(RuleAcceptance) }),
  },
  (actor, { params }) => readAcceptance(actor, params.projectId),
);
