import type { Span } from "@/client/desk/desk";
import type { Annotation, PutRelation, Relation, Tag } from "@/domain/tag/tag";

const isOfAnnotation = (wish: object): wish is Pick<Annotation, "kind" | "attributes" | "segments"> =>
  "kind" in wish && "attributes" in wish && "segments" in wish;
const isOfRelation = (wish: object): wish is PutRelation => "kind" in wish && "attributes" in wish;

/** A tag as its reviewer would rather have it; `wish` is a put body that the server made of a checked tag. */
export function withWish(
  tag: Tag,
  wish: Readonly<Record<string, unknown>>,
  segmentsOf: (spans: readonly Span[]) => Annotation["segments"],
): Tag {
  if (tag.type === "annotation") {
    if (!isOfAnnotation(wish)) return tag;
    const { kind, attributes, segments } = wish;
    return { ...tag, kind, attributes, segments: segmentsOf(segments) };
  }
  if (!isOfRelation(wish)) return tag;
  const { kind, attributes, to, toEntity, toArticle, cue } = wish;
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
