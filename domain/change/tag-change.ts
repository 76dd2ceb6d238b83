import { carry } from "@/domain/change/carry";
import type { AnnotationBody, Change, RelationBody, TagBody } from "@/domain/change/change";
import type { Since } from "@/domain/change/kind";
import { sameWritten } from "@/domain/tag/same-content";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

const sent = ({ segments }: Pick<Annotation, "segments">) =>
  segments.map(({ start, end, quote }) => ({ start, end, quote }));

const madeBy = (origin: string) => (origin === "person" ? {} : { origin });

export function annotationBody({
  kind,
  revisionId,
  segments,
  attributes,
  origin,
  derivedFrom,
}: Annotation): AnnotationBody {
  const weighed = derivedFrom && { derivedFrom };
  return { kind, revisionId, segments: sent({ segments }), attributes, ...madeBy(origin), ...weighed };
}

export function relationBody(relation: Relation): RelationBody {
  const { kind, from, to, toEntity, toArticle, cue, attributes, origin, derivedFrom } = relation;
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

export const bodyOf = (tag: Tag): TagBody => (tag.type === "annotation" ? annotationBody(tag) : relationBody(tag));

/** What has to be told so that a server's tag becomes this one. */
export function changeTo(tag: Tag): Change<"put-annotation" | "put-relation" | "withdraw"> {
  if (tag.state === "withdrawn") {
    return { deed: "withdraw", type: tag.type, ...(tag.derivedFrom?.length === 0 && { undecided: true as const }) };
  }
  return tag.type === "annotation"
    ? { deed: "put-annotation", body: annotationBody(tag) }
    : { deed: "put-relation", body: relationBody(tag) };
}

/** A tag that its author no longer stands behind; what was derived from others' tags is then undecided again. */
export const gone = (tag: Tag): Tag => ({
  ...tag,
  state: "withdrawn",
  ...(tag.derivedFrom && { derivedFrom: [] }),
});

/** The change that makes a tag what it was before another one, leaving alone what was done since. */
export function takenBack({ before, after, now }: Since<Tag>): Change | undefined {
  const goal = carry(now, after, before ?? gone(after));
  return sameWritten(goal, now) ? undefined : changeTo(goal);
}
