import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { ChangeProject, Project } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { changeProject } from "@/server/operations/change-project";
import { readProject } from "@/server/operations/read-project";

const params = z.object({ projectId: ProjectId });

export const GET = route(
  { summary: "One project with its guidelines", params, answers: Project },
  (actor, { params }) => readProject(actor, params.projectId),
);

export const PATCH = route(
  { summary: "Change a project", params, body: ChangeProject, answers: Project },
  (actor, { params, body }) => changeProject(actor, params.projectId, body),
);
