import { z } from "zod";
import { FridayQuery } from "@/domain/api/friday-query";
import { Friday } from "@/domain/event/friday";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readFriday } from "@/server/operations/read-friday";

export const GET = route(
  {
    summary: "Get a project's data week as it stands before a release: what is new, what moved, and what to look at",
    params: z.object({ projectId: ProjectId }),
    query: FridayQuery,
    answers: Friday,
  },
  (actor, { params: { projectId }, query: { day, by } }) => readFriday(actor, projectId, { day, by }),
);
