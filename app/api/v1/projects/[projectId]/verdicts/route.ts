import { z } from "zod";
import { ProjectId } from "@/domain/ids";
import { DecidedEach } from "@/domain/review/decide-many";
import { DecideAlike } from "@/domain/verdict";
import { eachDecided } from "@/server/http/each";
import { route } from "@/server/http/route";
import { decideBatch } from "@/server/operations/decide-batch";

export const POST = route(
  {
    summary: "Make one decision on up to 1,000 tags of a project at given versions; each gets its own result",
    params: z.object({ projectId: ProjectId }),
    body: DecideAlike,
    answers: DecidedEach,
  },
  async (actor, { params, body }) => eachDecided(await decideBatch(actor, params.projectId, body)),
);
