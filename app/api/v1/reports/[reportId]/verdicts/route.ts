import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { AcceptRest, AcceptRestAnswer } from "@/domain/review/accept-rest";
import { refused } from "@/server/http/each";
import { route } from "@/server/http/route";
import { acceptTags } from "@/server/operations/decide-tags";

export const POST = route(
  {
    summary: "Accept the rest: many tags at the versions seen, each answered for itself",
    params: z.object({ reportId: ReportId }),
    body: AcceptRest,
    answers: AcceptRestAnswer,
  },
  async (actor, { params: { reportId }, body }) => {
    const answers = await acceptTags(actor, reportId, body.tags);
    if (!answers.ok) return answers;
    const results = answers.value.map((each) => (each.ok ? { status: "ok", ...each.value } : refused(each.failure)));
    return { ok: true, value: { results } };
  },
);
