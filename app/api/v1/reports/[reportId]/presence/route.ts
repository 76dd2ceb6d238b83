import { z } from "zod";
import { ReportId } from "@/domain/ids";
import { BePresent, Presence } from "@/domain/presence/presence";
import { route } from "@/server/http/route";
import { bePresent, leave, readPresence } from "@/server/operations/presence";

const params = z.object({ reportId: ReportId });

export const GET = route(
  { summary: "List colleagues who have a report open", params, answers: Presence },
  (actor, { params: { reportId } }) => readPresence(actor, reportId),
);

export const PUT = route(
  {
    summary: "Report that a tab has a report open; repeat every ten seconds, as it expires after thirty",
    params,
    body: BePresent,
    answers: Presence,
  },
  (actor, { params: { reportId }, body }) => bePresent(actor, reportId, body.client),
);

export const DELETE = route(
  { summary: "Report that a tab no longer has a report open", params, query: BePresent },
  (actor, { params: { reportId }, query }) => leave(actor, reportId, query.client),
);
