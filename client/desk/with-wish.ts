import type { Span } from "@/client/desk/desk";
import type { Annotation, PutRelation, Relation, Tag } from "@/domain/tag/tag";

/** A tag as its reviewer would rather have it; `wish` is a put body that the server made of a checked tag. */
export function withWish(
  tag: Tag,
  wish: Readonly<Record<string, unknown>>,
  segmentsOf: (spans: readonly Span[]) => Annotation["segments"],
): Tag {
  if (tag.type === "annotation") {
    const { kind, attributes, segments } = wish as Pick<Annotation, "kind" | "attributes" | "segments">;
    return { ...tag, kind, attributes, segments: segmentsOf(segments) };
  }
  const { kind, attributes, to, toEntity, toArticle, cue } = wish as PutRelation;
  const { to: _to, toEntity: _entity, toArticle: _article, cue: _cue, ...rest } = tag;
  return {
    ...rest,
    kind,
    attributes,
    ...(to ? { to } : {}),
    ...(toEntity ? { toEntity } : {}),
    ...(toArticle ? { toArticle } : {}),
    ...(cue ? { cue: { revisionId: cue.revisionId, segments: segmentsOf(cue.segments) } } : {}),
  } satisfies Relation;
}
