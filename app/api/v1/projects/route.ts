import { z } from "zod";
import { ListedProject, Project, PutProject } from "@/domain/project/project";
import { route } from "@/server/http/route";
import { listProjects } from "@/server/operations/list-projects";
import { makeProject } from "@/server/operations/make-project";

export const GET = route(
  { summary: "List your projects", answers: z.object({ items: z.array(ListedProject) }) },
  (actor) => listProjects(actor),
);

export const POST = route(
  { summary: "Create a project", body: PutProject, answers: Project, status: 201 },
  (actor, { body }) => makeProject(actor, body),
);
