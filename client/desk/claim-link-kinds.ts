import type { ClaimLinkKind } from "@/client/desk/desk";
import { relationKinds } from "@/domain/tag/relation-values";

/** What a claim can say about another claim. */
export const claimLinkKinds: readonly ClaimLinkKind[] = relationKinds.filter(
  (kind): kind is ClaimLinkKind => kind !== "attributed-to" && kind !== "located-at",
);
