import type { LossKind } from "@/domain/formats/loss";
import type { AnnotatedDocument, Link } from "@/domain/interchange/document";

/** Why a link has no place among the tags of its report. */
export function lostLink({ to }: Link, { spans }: Pick<AnnotatedDocument, "spans">): LossKind {
  return "span" in to && !spans.some(({ id }) => id === to.span) ? "links-to-other-reports" : "links-to-no-tag";
}
