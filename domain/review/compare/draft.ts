import type { TagId } from "@/domain/ids";
import {
  type AnnotationGroup,
  type ComparedAnnotation,
  type ComparedRelation,
  idsOf,
  type RelationGroup,
} from "@/domain/review/compare/group";

/** A final tag to be made of a group; `derivedFrom` names every analyst's tag that was weighed. */
export type AnnotationDraft = Pick<ComparedAnnotation, "type" | "kind" | "revisionId" | "segments" | "attributes"> & {
  readonly derivedFrom: TagId[];
};
export type RelationDraft = Pick<
  ComparedRelation,
  "type" | "kind" | "from" | "to" | "toEntity" | "toArticle" | "cue" | "attributes"
> & { readonly derivedFrom: TagId[] };

export const annotationDraft = (
  group: AnnotationGroup,
  {
    kind,
    revisionId,
    segments,
    attributes,
  }: Pick<ComparedAnnotation, "kind" | "revisionId" | "segments" | "attributes">,
): AnnotationDraft => ({ type: "annotation", kind, revisionId, segments, attributes, derivedFrom: idsOf(group) });

/**
 * A final relation joins final annotations: `finalOf` gives the one that an analyst's end became. Undefined while an
 * end has none.
 */
export function relationDraft(
  group: RelationGroup,
  { kind, from, to, toEntity, toArticle, cue, attributes }: Omit<RelationDraft, "type" | "derivedFrom">,
  finalOf: (analystsTag: TagId) => TagId | undefined,
): RelationDraft | undefined {
  const start = finalOf(from);
  const end = to && finalOf(to);
  if (!start || (to && !end)) return undefined;
  return {
    type: "relation",
    kind,
    from: start,
    ...(end && { to: end }),
    ...(toEntity && { toEntity }),
    ...(toArticle && { toArticle }),
    ...(cue && { cue }),
    attributes,
    derivedFrom: idsOf(group),
  };
}
