import { z } from "zod";
import { Tombstone } from "@/domain/erasing/tombstone";
import { route } from "@/server/http/route";
import { listDeletedProjects } from "@/server/operations/erase";

export const GET = route(
  {
    summary: "The projects that were deleted: who deleted which, when and why; for admins",
    answers: z.object({ items: z.array(Tombstone) }),
  },
  (actor) => listDeletedProjects(actor),
);
