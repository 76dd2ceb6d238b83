import { z } from "zod";
import { ok } from "@/domain/failure";
import { ReportId } from "@/domain/ids";
import { Batch, BatchAnswer } from "@/domain/tag/batch";
import { answeredBatch } from "@/server/http/batch/thread";
import { readJsonBytes } from "@/server/http/body";
import { jsonAnswer, route } from "@/server/http/route";

const limit = 16 * 1024 * 1024;

export const POST = route(
  {
    summary: "Change up to 1,000 tags; each gets its own result, in order",
    params: z.object({ reportId: ReportId }),
    takes: [{ mediaType: "application/json", schema: Batch }],
    answers: BatchAnswer,
  },
  async (actor, { params: { reportId }, request }) => {
    const bytes = await readJsonBytes(request, limit);
    if (!bytes.ok) return bytes;
    const answered = await answeredBatch({ actor, reportId, bytes: bytes.value });
    return answered.ok ? ok(jsonAnswer(answered.value)) : answered;
  },
);
