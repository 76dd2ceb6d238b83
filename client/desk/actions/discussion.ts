import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { tell, told } from "@/client/desk/tell";
import { newId } from "@/client/new-id";
import { sentAs } from "@/domain/discussion/said";
import type { PutThread } from "@/domain/discussion/thread";
import type { CommentId, ThreadId } from "@/domain/ids";

/** Opening, answering and closing threads. */
export function discussionOf(core: Core): Pick<Desk, "discuss" | "reply" | "editComment" | "setThreadState"> {
  return {
    discuss(target, words) {
      const id = newId<ThreadId>();
      const sent = targetOf(core, target);
      tell(core, [
        told(core, id, {
          deed: "open-thread",
          body: { target: sent, ...sentAs(words), commentId: newId<CommentId>() },
        }),
      ]);
      return id;
    },
    reply: (thread, words) =>
      tell(core, [told(core, thread, { deed: "comment", body: { id: newId<CommentId>(), ...sentAs(words) } })]),
    editComment: (thread, commentId, words) =>
      tell(core, [told(core, thread, { deed: "edit-comment", commentId, ...sentAs(words) })]),
    setThreadState: (thread, to) => tell(core, [told(core, thread, { deed: "set-thread", state: to })]),
  };
}

function targetOf({ start, here }: Core, target: Parameters<Desk["discuss"]>[0]): PutThread["target"] {
  if (target.on !== "passage") return target;
  const segments = here.segmentsOf(target.spans).map(({ start: from, end, quote }) => ({ start: from, end, quote }));
  return { on: "passage", revisionId: start.report.revisionId, segments };
}
