import { z } from "zod";
import { Thread, TurnThread } from "@/domain/discussion/thread";
import { ThreadId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { readThread, turnThread } from "@/server/operations/discuss";

const params = z.object({ threadId: ThreadId });

export const GET = route(
  { summary: "Get a thread with its comments", params, answers: Thread },
  (actor, { params: { threadId } }) => readThread(actor, threadId),
);

export const PATCH = route(
  {
    summary: "Resolve or reopen a thread",
    params,
    body: TurnThread,
    answers: Thread,
  },
  (actor, { params: { threadId }, body }) => turnThread(actor, threadId, body),
);
