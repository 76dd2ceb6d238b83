import type { TagId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** What a group of tags of several analysts comes to; what weighs most stands first, and is what is said of it. */
export const comparisonClasses = [
  "other-label",
  "other-borders",
  "attributes-differ",
  "relations-differ",
  "only",
  "agreed",
] as const;
export type ComparisonClass = (typeof comparisonClasses)[number];

/** What is compared of a tag; nothing of it names a person. */
type Compared = "id" | "type" | "kind" | "state" | "version" | "attributes" | "origin" | "updatedAt" | "derivedFrom";
export type ComparedAnnotation = Pick<Annotation, Compared | "type" | "kind" | "revisionId" | "segments">;
export type ComparedRelation = Pick<
  Relation,
  Compared | "type" | "kind" | "from" | "to" | "toEntity" | "toArticle" | "cue"
>;
export type ComparedTag = ComparedAnnotation | ComparedRelation;

/** One analyst's tag in a group; `by` is their id, or a letter where names are hidden. */
export type Saying<T extends ComparedTag = ComparedTag> = { readonly by: string; readonly tag: T };

type Shared = {
  /** The smallest id among its tags: the same as long as they are. */
  readonly id: string;
  readonly class: ComparisonClass;
  readonly by: readonly string[];
  /** Those of the compared who have no tag here. */
  readonly missing: readonly string[];
  /** What is not alike: "kind", "segments", "attributes.certainty", "relations"; of a relation "kind", "to", "cue". */
  readonly differs: readonly string[];
  /** Words of one's own (restatement, note) that are not alike, which is no disagreement. */
  readonly wording: readonly string[];
};
export type AnnotationGroup = Shared & {
  readonly type: "annotation";
  readonly tags: readonly Saying<ComparedAnnotation>[];
};
export type RelationGroup = Shared & {
  readonly type: "relation";
  readonly tags: readonly Saying<ComparedRelation>[];
  /** The group that all of them start at. */
  readonly from: string;
  /** Where they lead: groups, "entity …" or "article"; more than one when that is what differs. */
  readonly to: readonly string[];
};
export type Group = AnnotationGroup | RelationGroup;

export const idsOf = ({ tags }: { tags: readonly Saying[] }): TagId[] => tags.map(({ tag }) => tag.id);
