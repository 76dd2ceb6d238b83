import { z } from "zod";
import { Erasing, Tombstone } from "@/domain/erasing/tombstone";
import { ProjectId } from "@/domain/ids";
import { ChangeProject, Project } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { changeProject } from "@/server/operations/change-project";
import { deleteProject } from "@/server/operations/erase";
import { readProject } from "@/server/operations/read-project";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  { summary: "Get a project with its guidelines", params, answers: Project },
  (actor, { params }) => readProject(actor, params.projectId),
);

export const PATCH = route(
  { summary: "Change a project", params, body: ChangeProject, answers: Project },
  (actor, { params, body }) => changeProject(actor, params.projectId, body),
);

export const DELETE = route(
  {
    summary: "Delete a project and everything in it; to delete accepted tags, give their exact number. Admins only",
    params,
    body: Erasing,
    answers: Tombstone,
  },
  (actor, { params: { projectId }, body }) => deleteProject(actor, projectId, body),
);
