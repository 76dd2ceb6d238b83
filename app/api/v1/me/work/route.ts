import { z } from "zod";
import { MyWork } from "@/domain/assignment/my-work";
import { route } from "@/server/http/route";
import { SubmittedCursor, WorkCursor } from "@/server/operations/page-cursor";
import { readMyWork } from "@/server/operations/read-my-work";
import { limitOf } from "@/server/page";

export const GET = route(
  {
    summary: "List your work in all projects: waiting, returned and submitted",
    query: z.object({
      cursor: WorkCursor.optional(),
      submitted: SubmittedCursor.optional(),
      limit: limitOf(100, 50),
    }),
    answers: MyWork,
  },
  (actor, { query: { cursor, submitted, limit } }) =>
    readMyWork(actor, { after: cursor, submittedBefore: submitted, limit }),
);
