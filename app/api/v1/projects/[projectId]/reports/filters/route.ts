import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { reportFilterChoices } from "@/server/operations/list-reports";

export const GET = route(
  {
    summary: "List the outlets and languages that a project's reports can be filtered by",
    params: z.object({ projectId: ProjectId }),
    answers: z.object({ outlets: z.array(z.string()), languages: z.array(z.string()) }),
  },
  (actor, { params: { projectId } }) => reportFilterChoices(actor, projectId),
);
