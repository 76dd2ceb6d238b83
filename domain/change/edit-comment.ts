import type { ChangeKind } from "@/domain/change/kind";
import type { ThreadId } from "@/domain/ids";

/** Changes the words of one's own comment. */
export const editComment: ChangeKind<"edit-comment"> = {
  creates: "never",
  apply(world, { commentId, body }, on) {
    const thread = world.threads.get(on.thing as ThreadId); // this change is only ever of a thread
    if (!thread) return;
    const editedAt = new Date(on.at).toISOString();
    const comments = thread.comments.map((each) => (each.id === commentId ? { ...each, body, editedAt } : each));
    world.threads.set(thread.id, { ...thread, comments });
  },
  invert({ commentId }, { before }) {
    const words = before?.comments.find(({ id }) => id === commentId)?.body;
    return words === undefined ? undefined : { deed: "edit-comment", commentId, body: words };
  },
  request: ({ commentId, body }) => ({ method: "PATCH", path: `/comments/${commentId}`, body: { body } }),
};
