import { z } from "zod";
import { AssignedMany, AssignMany } from "@/domain/assignment/assignment";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { assignMany } from "@/server/operations/assign-many";

export const POST = route(
  {
    summary: "Assign many reports to many people: all to everyone, or evenly; with `preview`, only count",
    params: z.object({ projectId: ProjectId }),
    body: AssignMany,
    answers: AssignedMany,
  },
  (actor, { params: { projectId }, body }) => assignMany(actor, projectId, body),
);
