import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { DecidedEach } from "@/domain/review/decide-many";
import { DecideEach, DecideRest } from "@/domain/review/verdict";
import { eachDecided } from "@/server/http/each";
import { route } from "@/server/http/route";
import { decideAlike, decideEach } from "@/server/operations/decide-tags";

export const POST = route(
  {
    summary: "Decide on many tags at the versions seen, alike or each in its own way; each is answered for itself",
    params: z.object({ reportId: ReportId }),
    body: z.union([DecideRest, DecideEach]),
    answers: DecidedEach,
  },
  async (actor, { params: { reportId }, body }) =>
    eachDecided(
      "decisions" in body ? await decideEach(actor, reportId, body) : await decideAlike(actor, reportId, body),
    ),
);
