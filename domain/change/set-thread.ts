import type { ChangeKind } from "@/domain/change/kind";
import type { ThreadId } from "@/domain/ids";

/** Resolves a thread, or opens it again. */
export const setThread: ChangeKind<"set-thread"> = {
  merges: "state",
  creates: "never",
  apply(world, { state }, on, here) {
    const thread = world.threads.get(on.thing as ThreadId); // this change is only ever of a thread
    if (!thread) return;
    const { resolvedBy: _by, resolvedAt: _at, ...rest } = thread;
    const resolved = state === "resolved" ? { resolvedBy: here.me, resolvedAt: new Date(on.at).toISOString() } : {};
    world.threads.set(thread.id, { ...rest, state, ...resolved });
  },
  invert: (_change, { before, now }) =>
    before && before.state !== now.state ? { deed: "set-thread", state: before.state } : undefined,
  request: ({ state }, { thing }) => ({ method: "PATCH", path: `/threads/${thing}`, body: { state } }),
};
