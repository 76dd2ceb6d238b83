import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Project } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { archiveProject } from "@/server/operations/archive-project";

const params = z.object({ projectId: ProjectId });

export const PUT = route(
  { summary: "Archive a project: it is read-only until it is restored", params, answers: Project },
  (actor, { params: { projectId } }) => archiveProject(actor, projectId, true),
);

export const DELETE = route(
  { summary: "Restore a project from the archive", params, answers: Project },
  (actor, { params: { projectId } }) => archiveProject(actor, projectId, false),
);
