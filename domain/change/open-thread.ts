import { bareSegments } from "@/domain/change/bare";
import type { ChangeKind } from "@/domain/change/kind";
import { saidOf } from "@/domain/discussion/said";
import type { CommentId, ThreadId } from "@/domain/ids";

/** Opens a discussion of a report, a tag or a passage. */
export const openThread: ChangeKind<"open-thread"> = {
  creates: "always",
  apply(world, { body: { target, commentId, ...words } }, on, here) {
    const id = on.thing as ThreadId; // this change is only ever of a thread
    const at = new Date(on.at).toISOString();
    world.threads.set(id, {
      id,
      projectId: on.projectId,
      reportId: on.reportId,
      layer: here.layer,
      target:
        target.on === "passage"
          ? { on: "passage", anchor: { revisionId: target.revisionId, segments: here.segmentsOf(target.segments) } }
          : target,
      state: "open",
      by: here.me,
      at,
      comments: [
        { id: commentId ?? (on.thing as string as CommentId), threadId: id, ...saidOf(words), by: here.me, at },
      ],
    });
  },
  // What was said stays said.
  invert: () => undefined,
  needs: ({ body: { target } }) => (target.on === "tag" ? [target.tagId] : []),
  request: ({ body }, { reportId, thing, opId }) => ({
    method: "POST",
    path: `/reports/${reportId}/threads`,
    body: { ...body, id: thing, opId },
  }),
  async bare(change, hash) {
    const { target } = change.body;
    if (target.on !== "passage") return change;
    const segments = await bareSegments(target.segments, hash);
    return { ...change, body: { ...change.body, target: { ...target, segments } } };
  },
};
