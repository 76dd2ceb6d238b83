import { otherEnds, relationKinds } from "@/domain/tag/relation-values";

type Ends = typeof otherEnds;
/** A core kind of link between two claims. */
export type ClaimLinkKind = { [Kind in keyof Ends]: "claim" extends Ends[Kind][number] ? Kind : never }[keyof Ends];

const joinsClaims = (kind: keyof Ends): kind is ClaimLinkKind => otherEnds[kind].some((end) => end === "claim");

/** What a claim can say about another claim. */
export const claimLinkKinds: readonly ClaimLinkKind[] = relationKinds.filter(joinsClaims);
