import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { Batch, BatchAnswer } from "@/domain/tag/batch";
import { refused } from "@/server/http/each";
import { route } from "@/server/http/route";
import { sentChange } from "@/server/http/sent-change";
import { changeTags } from "@/server/operations/change-tags";

export const POST = route(
  {
    summary: "Change up to 1,000 tags; each gets its own result, in order",
    params: z.object({ reportId: ReportId }),
    body: Batch,
    answers: BatchAnswer,
    limit: 16 * 1024 * 1024,
    eachForItself: true,
  },
  async (actor, { params: { reportId }, body }) => {
    const answers = await changeTags(actor, reportId, body.operations.map(sentChange));
    if (!answers.ok) return answers;
    const results = answers.value.map((each) => (each.ok ? { status: "ok", tag: each.tag } : refused(each.failure)));
    return { ok: true, value: { results } };
  },
);
