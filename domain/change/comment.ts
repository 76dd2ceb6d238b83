import type { ChangeKind } from "@/domain/change/kind";
import { saidOf } from "@/domain/discussion/said";
import type { ThreadId } from "@/domain/ids";

/** Says something in a thread. */
export const comment: ChangeKind<"comment"> = {
  creates: "never",
  apply(world, { body: { id, ...words } }, on, here) {
    const thread = world.threads.get(on.thing as ThreadId); // this change is only ever of a thread
    if (!thread || !id || thread.comments.some((each) => each.id === id)) return;
    const said = { id, threadId: thread.id, ...saidOf(words), by: here.me, at: new Date(on.at).toISOString() };
    world.threads.set(thread.id, { ...thread, comments: [...thread.comments, said] });
  },
  // What was said stays said.
  invert: () => undefined,
  request: ({ body }, { thing, opId }) => ({
    method: "POST",
    path: `/threads/${thing}/comments`,
    body: { ...body, opId },
  }),
};
