import type { ClaimLinkKind, Link } from "@/client/desk/desk";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

/**
 * The link that choosing a tag means, from the kind of what was chosen; "unsaid" where it leads to another claim and
 * nobody has said yet how the two are related, which no tool should guess.
 */
export function linkBetween(
  from: TagId,
  { id: to, kind }: Pick<Annotation, "id" | "kind">,
  as: ClaimLinkKind | null,
): Link | "unsaid" | undefined {
  if (kind === "claim") return as === null ? "unsaid" : { kind: as, from, to, attributes: {} };
  if (kind === "place") return { kind: "located-at", from, to, attributes: { role: "at" } };
  if (kind === "source") return { kind: "attributed-to", from, to, attributes: { how: "explicit" } };
  return undefined;
}
