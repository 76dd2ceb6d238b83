import { z } from "zod";
import { MyWork } from "@/domain/assignment/my-work";
import { route } from "@/server/http/route";
import { SubmittedCursor, WorkCursor } from "@/server/operations/page-cursor";
import { readMyWork } from "@/server/operations/read-my-work";
import { limitOf } from "@/server/page";

export const GET = route(
  {
    summary: "What waits for the asker in all their projects, what came back and what they submitted",
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
