import { z } from "zod";
import { PutComment, Thread } from "@/domain/discussion/thread";
import { CommentId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { editComment } from "@/server/operations/discuss";

export const PATCH = route(
  {
    summary: "Change the words of one's own comment",
    params: z.object({ commentId: CommentId }),
    body: PutComment.pick({ body: true }),
    answers: Thread,
  },
  (actor, { params: { commentId }, body }) => editComment(actor, commentId, body.body),
);
