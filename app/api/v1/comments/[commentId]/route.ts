import { z } from "zod";
import { EditComment, Thread } from "@/domain/discussion/thread";
import { CommentId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { editComment } from "@/server/operations/discuss";

export const PATCH = route(
  {
    summary: "Edit your own comment",
    params: z.object({ commentId: CommentId }),
    body: EditComment,
    answers: Thread,
  },
  (actor, { params: { commentId }, body }) => editComment(actor, commentId, body),
);
