import type { ComparedAnnotation, ComparedRelation, ComparedTag } from "@/domain/review/compare/group";

const headOf = ({ id, state, version, attributes, origin, updatedAt, derivedFrom }: ComparedTag) => ({
  id,
  state,
  version,
  attributes,
  origin,
  updatedAt,
  ...(derivedFrom && { derivedFrom }),
});

/** An annotation without anything that names a person: who made it, decided on it, and whose layer it lies in. */
export function namelessAnnotation(tag: ComparedAnnotation): ComparedAnnotation {
  const { type, kind, revisionId, segments } = tag;
  return { ...headOf(tag), type, kind, revisionId, segments };
}

export function namelessRelation(tag: ComparedRelation): ComparedRelation {
  const { type, kind, from, to, toEntity, toArticle, cue } = tag;
  const ends = { from, ...(to && { to }), ...(toEntity && { toEntity }), ...(toArticle && { toArticle }) };
  return { ...headOf(tag), type, kind, ...ends, ...(cue && { cue }) };
}

export const namelessTag = (tag: ComparedTag): ComparedTag =>
  tag.type === "annotation" ? namelessAnnotation(tag) : namelessRelation(tag);
