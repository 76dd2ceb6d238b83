import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { DecidedEach } from "@/domain/review/decide-many";
import { DecideEach, DecideRest } from "@/domain/verdict";
import { eachDecided } from "@/server/http/each";
import { route } from "@/server/http/route";
import { decideAlike, decideEach } from "@/server/operations/decide-tags";

export const POST = route(
  {
    summary: "Decide on many tags at given versions, with one decision or one each; each gets its own result",
    params: z.object({ reportId: ReportId }),
    body: z.union([DecideRest, DecideEach]),
    answers: DecidedEach,
  },
  async (actor, { params: { reportId }, body }) =>
    eachDecided(
      "decisions" in body ? await decideEach(actor, reportId, body) : await decideAlike(actor, reportId, body),
    ),
);
