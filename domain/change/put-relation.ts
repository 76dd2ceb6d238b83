import { bareSegments } from "@/domain/change/bare";
import { tidy } from "@/domain/change/content";
import { type ChangeKind, seenOn } from "@/domain/change/kind";
import { shownVersion } from "@/domain/change/shown-version";
import { takenBack } from "@/domain/change/tag-change";
import type { TagId } from "@/domain/ids";
import type { Relation } from "@/domain/tag/tag";

/** Makes a relation, or makes it say something else. */
export const putRelation: ChangeKind<"put-relation"> = {
  merges: "content",
  creates: "without a version",
  apply(world, { body }, on, here) {
    const id = on.thing as TagId; // this change is only ever of a tag
    const { kind, attributes, from, to, toEntity, toArticle, cue } = body;
    world.relations.set(id, {
      ...shownVersion(world.relations.get(id), body, on, here),
      type: "relation",
      kind,
      from,
      attributes: tidy(attributes),
      ...(to ? { to } : {}),
      ...(toEntity ? { toEntity } : {}),
      ...(toArticle ? { toArticle } : {}),
      ...(cue ? { cue: { revisionId: cue.revisionId, segments: here.segmentsOf(cue.segments) } } : {}),
    } satisfies Relation);
  },
  invert: (_change, since) => takenBack(since),
  needs: ({ body: { from, to, toEntity } }) => [from, ...(to ? [to] : []), ...(toEntity ? [toEntity] : [])],
  request: ({ body }, on) => ({
    method: "PUT",
    path: `/reports/${on.reportId}/relations/${on.thing}`,
    body: { ...body, ...seenOn(on), opId: on.opId },
  }),
  operation: ({ deed, body }, on) => ({
    deed,
    id: on.thing as TagId,
    body: { ...body, ...seenOn(on), opId: on.opId },
  }),
  async bare(change, hash) {
    const { cue } = change.body;
    if (!cue) return change;
    return { ...change, body: { ...change.body, cue: { ...cue, segments: await bareSegments(cue.segments, hash) } } };
  },
};
