import { z } from "zod";
import { Tombstone } from "@/domain/erasing/tombstone";
import { ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listDeleted } from "@/server/operations/erase";

export const GET = route(
  {
    summary: "The reports deleted from a project: who deleted which, when and why; newest first, 1,000 at most",
    params: z.object({ projectId: ProjectId }),
    answers: z.object({ items: z.array(Tombstone) }),
  },
  (actor, { params: { projectId } }) => listDeleted(actor, projectId),
);
