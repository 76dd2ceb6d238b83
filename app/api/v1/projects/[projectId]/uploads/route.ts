import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { Upload } from "@/domain/job/upload";
import { route } from "@/server/http/route";
import { makeUpload } from "@/server/operations/uploads";

export const POST = route(
  {
    summary: "Make a place for files that are to be imported; they are kept for a week",
    params: z.object({ projectId: ProjectId }),
    answers: Upload,
    status: 201,
  },
  (actor, { params: { projectId } }) => makeUpload(actor, projectId),
);
