import type { ClaimLinkKind, DeskState, Link } from "@/client/desk/desk";
import { linkBetween } from "@/client/desk/link-between";
import type { EntityId, TagId } from "@/domain/ids";
import { relationKinds } from "@/domain/tag/relation-values";

export const claimLinkKinds: readonly ClaimLinkKind[] = relationKinds.filter(
  (kind): kind is ClaimLinkKind => kind !== "attributed-to" && kind !== "located-at",
);

/**
 * The link that choosing "article", "tag:<id>", "entity:<id>" or another report's "claim:<id>" means for a claim; "unsaid"
 * while it has to be asked how two claims are related.
 */
export function linkTo(
  { annotations, linkingAs }: Pick<DeskState, "annotations" | "linkingAs">,
  from: TagId,
  chosen: string,
): Link | "unsaid" | undefined {
  if (chosen === "article") return { kind: "attributed-to", from, toArticle: true, attributes: { how: "none" } };
  // The values were made from ids by whoever offers them.
  if (chosen.startsWith("entity:")) {
    return { kind: "attributed-to", from, toEntity: chosen.slice(7) as EntityId, attributes: { how: "explicit" } };
  }
  if (chosen.startsWith("claim:")) return linkBetween(from, { id: chosen.slice(6) as TagId, kind: "claim" }, linkingAs);
  const to = annotations.get(chosen.slice(4) as TagId);
  return to && linkBetween(from, to, linkingAs);
}
