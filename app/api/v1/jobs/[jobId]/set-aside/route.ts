import { z } from "zod";
import { ok } from "@/domain/failure";
import { JobId } from "@/domain/ids";
import { attachment, streamed } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { readSetAside } from "@/server/operations/jobs";

const mediaType = "application/x-ndjson; charset=utf-8";

export const GET = route(
  {
    summary: "Download the records that a job set aside: one JSON object a line with file, line, reason and record",
    params: z.object({ jobId: JobId }),
    gives: mediaType,
  },
  async (actor, { params: { jobId } }) => {
    const found = await readSetAside(actor, jobId);
    if (!found.ok) return found;
    const records = found.value;
    async function* lines() {
      const encoder = new TextEncoder();
      for await (const { nth: _, ...record } of records) yield encoder.encode(`${JSON.stringify(record)}\n`);
    }
    return ok(attachment(streamed(lines()), { fileName: "set-aside.jsonl", mediaType }));
  },
);
