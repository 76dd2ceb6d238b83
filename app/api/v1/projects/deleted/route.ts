import { z } from "zod";
import { Tombstone } from "@/domain/erasing/tombstone";
import { route } from "@/server/http/route";
import { listDeletedProjects } from "@/server/operations/erase";

export const GET = route(
  {
    summary: "List deleted projects: who deleted them, when and why. Admins only",
    answers: z.object({ items: z.array(Tombstone) }),
  },
  (actor) => listDeletedProjects(actor),
);
