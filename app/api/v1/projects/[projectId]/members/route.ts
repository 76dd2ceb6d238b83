import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { AddedMember, ExternalAuthor, Member, PutMember } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { addMember } from "@/server/operations/add-member";
import { listMembers } from "@/server/operations/list-members";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  {
    summary: "List a project's members and their roles, and authors of imported work who have no account",
    params,
    answers: z.object({ items: z.array(Member), external: z.array(ExternalAuthor) }),
  },
  (actor, { params }) => listMembers(actor, params.projectId),
);

export const POST = route(
  { summary: "Add a member to a project", params, body: PutMember, answers: AddedMember, status: 201 },
  (actor, { params, body }) => addMember(actor, params.projectId, body),
);
