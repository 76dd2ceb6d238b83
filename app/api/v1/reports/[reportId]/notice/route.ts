import { z } from "zod";
import { NoticeOf, PutNotice } from "@/domain/event/evidence";
import { ReportId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { noteReport, readNotice, unnoteReport } from "@/server/operations/note-report";

const params = z.object({ reportId: ReportId });

export const GET = route(
  { summary: "Get what happened to a report after it was published, if anything did", params, answers: NoticeOf },
  (actor, { params: { reportId } }) => readNotice(actor, reportId),
);

export const PUT = route(
  {
    summary: "Say that a report was corrected, retracted or has vanished; its claims stop counting in events",
    params,
    body: PutNotice,
    answers: NoticeOf,
  },
  (actor, { params: { reportId }, body }) => noteReport(actor, reportId, body),
);

export const DELETE = route(
  { summary: "Take that back; its claims count again", params, answers: NoticeOf },
  (actor, { params: { reportId } }) => unnoteReport(actor, reportId),
);
