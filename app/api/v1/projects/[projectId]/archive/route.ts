import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Project } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { archiveProject } from "@/server/operations/archive-project";

const params = z.object({ projectId: ProjectId });

export const PUT = route(
  { summary: "Archive a project: nothing in it changes until it is brought back", params, answers: Project },
  (actor, { params: { projectId } }) => archiveProject(actor, projectId, true),
);

export const DELETE = route(
  { summary: "Bring a project back from the archive", params, answers: Project },
  (actor, { params: { projectId } }) => archiveProject(actor, projectId, false),
);
