import { bareSegments } from "@/domain/change/bare";
import type { Thing } from "@/domain/change/change";
import { tidy } from "@/domain/change/content";
import { type ChangeKind, seenOn } from "@/domain/change/kind";
import { shownVersion } from "@/domain/change/shown-version";
import { takenBack } from "@/domain/change/tag-change";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

/** Makes an annotation, or makes it say something else. */
export const putAnnotation: ChangeKind<"put-annotation"> = {
  merges: "content",
  creates: "without a version",
  apply(world, { body }, on, here) {
    const id = on.thing as TagId; // this change is only ever of a tag
    const { kind, attributes, revisionId, segments } = body;
    world.annotations.set(id, {
      ...shownVersion(world.annotations.get(id), body, on, here),
      type: "annotation",
      kind,
      attributes: tidy(attributes),
      revisionId,
      segments: here.segmentsOf(segments),
    } satisfies Annotation);
  },
  invert: (_change, since) => takenBack(since),
  needs({ body }) {
    // Attributes are checked on the server; those that name entities do it like this.
    const { entityId, actors } = body.attributes as { entityId?: Thing; actors?: { entityId: Thing }[] };
    return [...(entityId ? [entityId] : []), ...(actors ?? []).map((actor) => actor.entityId)];
  },
  request: ({ body }, on) => ({
    method: "PUT",
    path: `/reports/${on.reportId}/annotations/${on.thing}`,
    body: { ...body, ...seenOn(on), opId: on.opId },
  }),
  operation: ({ deed, body }, on) => ({
    deed,
    id: on.thing as TagId,
    body: { ...body, ...seenOn(on), opId: on.opId },
  }),
  bare: async (change, hash) => ({
    ...change,
    body: { ...change.body, segments: await bareSegments(change.body.segments, hash) },
  }),
};
