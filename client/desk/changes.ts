import type { Change, Thing, Ticket } from "@/client/outbox/change";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

type Anchored = Pick<Annotation, "revisionId" | "segments">;

const sent = ({ segments }: Pick<Anchored, "segments">) =>
  segments.map(({ start, end, quote }) => ({ start, end, quote }));

/** What has to be told so that a server's tag becomes this one. */
export function changeTo(tag: Tag): Change {
  if (tag.state === "withdrawn") {
    return { deed: "withdraw", type: tag.type, ...(tag.derivedFrom?.length === 0 && { undecided: true as const }) };
  }
  return tag.type === "annotation"
    ? { deed: "put-annotation", body: annotationBody(tag) }
    : { deed: "put-relation", body: relationBody(tag) };
}

export function annotationBody({ kind, revisionId, segments, attributes, origin, derivedFrom }: Annotation) {
  const weighed = derivedFrom && { derivedFrom };
  return { kind, revisionId, segments: sent({ segments }), attributes, ...madeBy(origin), ...weighed };
}

export function relationBody({ kind, from, to, toEntity, toArticle, cue, attributes, origin, derivedFrom }: Relation) {
  return {
    kind,
    from,
    attributes,
    ...(to ? { to } : {}),
    ...(toEntity ? { toEntity } : {}),
    ...(toArticle ? { toArticle } : {}),
    ...(cue ? { cue: { revisionId: cue.revisionId, segments: sent(cue) } } : {}),
    ...madeBy(origin),
    ...(derivedFrom ? { derivedFrom } : {}),
  };
}

const madeBy = (origin: string) => (origin === "person" ? {} : { origin });

/** Everything that a change mentions and that has to exist before it arrives. */
export function mentionedBy(change: Change): Thing[] {
  switch (change.deed) {
    case "put-annotation": {
      const { entityId, actors } = change.body.attributes as { entityId?: Thing; actors?: { entityId: Thing }[] };
      return [...(entityId ? [entityId] : []), ...(actors ?? []).map((actor) => actor.entityId)];
    }
    case "put-relation": {
      const { from, to, toEntity } = change.body;
      return [from, ...(to ? [to] : []), ...(toEntity ? [toEntity] : [])];
    }
    case "put-entity": {
      const { parentId, outletId } = change.body;
      return [...(parentId ? [parentId] : []), ...(outletId ? [outletId] : [])];
    }
    case "open-thread":
      return change.body.target.on === "tag" ? [change.body.target.tagId] : [];
    default:
      return [];
  }
}

export type Told = { ticket: Ticket; change: Change };
