import { z } from "zod";
import { ProjectId, UserId } from "@/domain/ids";
import { ChangeMember, Member } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { changeMember, removeMember } from "@/server/operations/change-member";

const params = z.object({ projectId: ProjectId, userId: UserId });

export const PATCH = route(
  {
    summary: "Change a member's role or sampling rate",
    params,
    body: ChangeMember,
    answers: Member,
  },
  (actor, { params, body }) => changeMember(actor, params, body),
);

export const DELETE = route(
  {
    summary: "Remove a member; their open work goes to `handTo`, or is unassigned",
    params,
    query: z.object({ handTo: z.union([UserId, z.literal("nobody")]).optional() }),
  },
  (actor, { params, query }) => removeMember(actor, params, query.handTo),
);
