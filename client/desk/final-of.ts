import type { AnnotationDraft, RelationDraft } from "@/domain/review/compare/draft";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

type Head = Omit<Annotation, "type" | "kind" | "revisionId" | "segments" | "attributes">;

/** The final tag that a draft makes, with the identity and history of the head. */
export function finalOf(head: Head, draft: AnnotationDraft | RelationDraft): Tag {
  const { id, projectId, reportId, layer, version, origin, codebookVersion } = head;
  const { createdBy, createdAt, updatedBy, updatedAt } = head;
  const made = { createdBy, createdAt, updatedBy, updatedAt };
  const kept = { id, projectId, reportId, layer, version, origin, codebookVersion, state: "open" as const, ...made };
  return draft.type === "annotation"
    ? ({ ...kept, ...draft, segments: [...draft.segments] } satisfies Annotation)
    : ({ ...kept, ...draft } satisfies Relation);
}
