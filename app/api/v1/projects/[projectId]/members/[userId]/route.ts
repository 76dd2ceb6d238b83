import { z } from "zod";
import { ProjectId, UserId } from "@/domain/ids";
import { ChangeMember, Member } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { changeMember, removeMember } from "@/server/operations/change-member";

const params = z.object({ projectId: ProjectId, userId: UserId });

export const PATCH = route(
  {
    summary: "Give a member another role, or a rate of sampling of their own",
    params,
    body: ChangeMember,
    answers: Member,
  },
  (actor, { params, body }) => changeMember(actor, params, body),
);

export const DELETE = route(
  {
    summary: "Take somebody out of a project; open work of theirs goes to handTo, or to nobody",
    params,
    query: z.object({ handTo: z.union([UserId, z.literal("nobody")]).optional() }),
  },
  (actor, { params, query }) => removeMember(actor, params, query.handTo),
);
