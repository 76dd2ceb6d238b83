import { z } from "zod";
import { PutThread, Thread } from "@/domain/discussion/thread";
import { ReportId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { listThreads, openThread } from "@/server/operations/discuss";

const params = z.object({ reportId: ReportId });

export const GET = route(
  { summary: "List the threads of a report", params, answers: z.object({ items: z.array(Thread) }) },
  (actor, { params: { reportId } }) => listThreads(actor, reportId),
);

export const POST = route(
  { summary: "Start a thread on a report, a tag or a passage", params, body: PutThread, answers: Thread, status: 201 },
  (actor, { params: { reportId }, body }) => openThread(actor, reportId, body),
);
