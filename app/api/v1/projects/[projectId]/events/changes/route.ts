import { z } from "zod";
import { DecidedSheetChanges, DecideSheetChanges, SheetChangeRow } from "@/domain/event/sheet-back/back";
import { ProjectId } from "@/domain/ids";
import { SheetChangesQuery } from "@/server/http/events-asked";
import { route } from "@/server/http/route";
import { decideOnSheetChanges, listSheetChanges } from "@/server/operations/sheet-changes";
import { pageOf } from "@/server/page";

const params = z.object({ projectId: ProjectId });
export const GET = route(
  {
    summary: "List what sheets that came back have otherwise than their events, with both values",
    params,
    query: SheetChangesQuery,
    answers: pageOf(SheetChangeRow).extend({ waiting: z.int() }),
  },
  (actor, { params: { projectId }, query: { job, states, cursor, limit } }) =>
    listSheetChanges(actor, { projectId, jobId: job, states, after: cursor, limit }),
);

export const POST = route(
  {
    summary: "Take changes of sheets over into their events, or leave them; each is decided on for itself",
    params,
    body: DecideSheetChanges,
    answers: DecidedSheetChanges,
  },
  (actor, { params: { projectId }, body }) => decideOnSheetChanges(actor, projectId, body),
);
