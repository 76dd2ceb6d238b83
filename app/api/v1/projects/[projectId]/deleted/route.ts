import { z } from "zod";
import { Tombstone } from "@/domain/erasing/tombstone";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listDeleted } from "@/server/operations/erase";

export const GET = route(
  {
    summary: "List a project's deleted reports: who deleted them, when and why; newest first, at most 1,000",
    params: z.object({ projectId: ProjectId }),
    answers: z.object({ items: z.array(Tombstone) }),
  },
  (actor, { params: { projectId } }) => listDeleted(actor, projectId),
);
