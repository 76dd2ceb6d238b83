import { z } from "zod";
import { DecidedSheetChanges, DecideSheetChanges, SheetChangeRow } from "@/domain/event/sheet-back/back";
import { changeStates } from "@/domain/event/sheet-back/back-values";
import { JobId, ProjectId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { decideOnSheetChanges, listSheetChanges } from "@/server/operations/sheet-changes";
import { cursorOf, limitOf, pageOf } from "@/server/page";

const params = z.object({ projectId: ProjectId });
const query = z.object({
  job: JobId.optional(),
  state: z.enum([...changeStates, "open", "all"]).default("open"),
  cursor: cursorOf(z.tuple([z.uuid(), z.int(), z.string().max(100)])).optional(),
  limit: limitOf(200, 50),
});
const states = { open: ["waiting", "aside"], all: changeStates } as const;

export const GET = route(
  {
    summary: "List what sheets that came back have otherwise than their events, with both values",
    params,
    query,
    answers: pageOf(SheetChangeRow).extend({ waiting: z.int() }),
  },
  (actor, { params: { projectId }, query: { job, state, cursor, limit } }) =>
    listSheetChanges(actor, {
      ...{ projectId, jobId: job, after: cursor, limit },
      states: state === "open" || state === "all" ? states[state] : [state],
    }),
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
