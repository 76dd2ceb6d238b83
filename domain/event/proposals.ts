import type { ClaimLink, Evidence } from "@/domain/event/evidence";
import { rowReason } from "@/domain/event/makes-row";
import type { TagId } from "@/domain/ids";

/** Claims that are proposed as one event: the one that says it first-hand, and those that say it again. */
export type ProposedEvent<C extends Evidence = Evidence> = { lead: C; again: readonly C[] };

/**
 * Gathers claims that make a row into events to be proposed: what restates or repeats another claim is the same event.
 * Pairs that nobody linked stay apart. The lead is the claim that restates and repeats none of the others, the earliest
 * in the text where there are several.
 */
export function proposeEvents<C extends Evidence>(
  claims: readonly C[],
  links: readonly ClaimLink[],
  settings: { uncertainToo?: boolean } = {},
): ProposedEvent<C>[] {
  const same = links.filter(({ kind }) => kind === "restates" || kind === "repeats");
  const groupOf = gather(claims, same);
  const again = new Set(same.map(({ from }) => from));
  const groups = new Map<TagId, C[]>();
  for (const claim of claims) {
    const key = groupOf(claim.claimId);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((group) => {
    const makers = group.filter((claim) => rowReason(claim, settings) === "row");
    const lead = makers.find(({ claimId }) => !again.has(claimId)) ?? makers[0];
    return lead ? [{ lead, again: makers.filter((claim) => claim !== lead) }] : [];
  });
}

/** The name of the group that a claim is in, once everything linked is gathered. */
function gather(claims: readonly Evidence[], links: readonly ClaimLink[]): (id: TagId) => TagId {
  const above = new Map<TagId, TagId>(claims.map(({ claimId }) => [claimId, claimId]));
  const top = (id: TagId): TagId => {
    const next = above.get(id);
    return next === undefined || next === id ? id : top(next);
  };
  for (const { from, to } of links) {
    if (!above.has(from) || !above.has(to)) continue;
    above.set(top(from), top(to));
  }
  return top;
}
