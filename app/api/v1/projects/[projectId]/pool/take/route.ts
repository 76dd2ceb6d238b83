import { z } from "zod";
import { Assignment } from "@/domain/assignment/assignment";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { takeFromPool } from "@/server/operations/take-from-pool";

export const POST = route(
  {
    summary: "Take the next report of the project's pool; without an assignment when nothing is left for the asker",
    params: z.object({ projectId: ProjectId }),
    answers: z.object({ assignment: Assignment.optional() }),
  },
  (actor, { params: { projectId } }) => takeFromPool(actor, projectId),
);
