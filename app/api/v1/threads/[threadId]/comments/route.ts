import { z } from "zod";
import { PutComment, Thread } from "@/domain/discussion/thread";
import { ThreadId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { addReply } from "@/server/operations/discuss";

export const POST = route(
  {
    summary: "Add a comment to a thread",
    params: z.object({ threadId: ThreadId }),
    body: PutComment,
    answers: Thread,
    status: 201,
  },
  (actor, { params: { threadId }, body }) => addReply(actor, threadId, body),
);
