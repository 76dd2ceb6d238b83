import { z } from "zod";
import { Assignment } from "@/domain/assignment/assignment";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { takeFromPool } from "@/server/operations/take-from-pool";

export const POST = route(
  {
    summary: "Take the next report from the project's pool; the assignment is missing when nothing is left for you",
    params: z.object({ projectId: ProjectId }),
    answers: z.object({ assignment: Assignment.optional() }),
  },
  (actor, { params: { projectId } }) => takeFromPool(actor, projectId),
);
