import type { ChangeKind } from "@/domain/change/kind";
import { saidOf, sentAs } from "@/domain/discussion/said";
import type { ThreadId } from "@/domain/ids";

/** Changes the words of one's own comment. */
export const editComment: ChangeKind<"edit-comment"> = {
  creates: "never",
  apply(world, { commentId, ...words }, on) {
    const thread = world.threads.get(on.thing as ThreadId); // this change is only ever of a thread
    if (!thread) return;
    const edited = { ...saidOf(words), editedAt: new Date(on.at).toISOString() };
    const comments = thread.comments.map((each) => (each.id === commentId ? { ...each, ...edited } : each));
    world.threads.set(thread.id, { ...thread, comments });
  },
  invert({ commentId }, { before }) {
    const words = before?.comments.find(({ id }) => id === commentId);
    return words && { deed: "edit-comment", commentId, ...sentAs(words.prose ?? words.body) };
  },
  request: ({ commentId, body, prose }) => ({
    method: "PATCH",
    path: `/comments/${commentId}`,
    body: { body, prose },
  }),
};
