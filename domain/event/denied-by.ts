import { notCounted } from "@/domain/event/counting";
import type { DerivedEvent, EventClaim } from "@/domain/event/event";
import type { deniable } from "@/domain/event/event-values";
import type { Evidence } from "@/domain/event/evidence";
import type { TagId } from "@/domain/ids";

type Deniable = (typeof deniable)[number];

/** A denial of a claim: the claim that denies it, and what of it. */
export type Denial = { by: TagId; denies: readonly Deniable[] };

/** Whether a claim says something that a denial can be about. */
const says: Record<Deniable, (claim: Evidence) => boolean> = {
  happened: () => true,
  who: ({ actors }) => actors.some(({ role }) => role === "initiator"),
  figures: ({ figures }) => figures.length > 0,
  place: ({ places }) => places.length > 0,
};

/**
 * Which claims of an event are denied, by whom and in what. A denial that is linked to claims it contradicts is about
 * those and no others; any other is about every supporting claim that says what it denies. What does not count is
 * neither denied nor denies.
 */
export function deniedBy(
  { claims, disputed }: { claims: readonly EventClaim[]; disputed: DerivedEvent["disputed"] },
  members: readonly Evidence[],
): ReadonlyMap<TagId, readonly Denial[]> {
  const supporting = new Set(claims.filter(({ part }) => part === "supports").map(({ id }) => id));
  const open = members.filter((each) => supporting.has(each.claimId) && notCounted(each) === undefined);
  const found = new Map<TagId, Denial[]>();
  for (const { claimId: by, denies } of disputed.filter((each) => each.denies.length > 0)) {
    const linked = disputed.flatMap(({ claimId, against }) => {
      if (against === undefined) return [];
      return claimId === by ? against : against === by ? claimId : [];
    });
    for (const claim of open) {
      if (linked.length > 0 && !linked.includes(claim.claimId)) continue;
      const about = linked.length > 0 ? denies : denies.filter((what) => says[what](claim));
      if (about.length > 0) found.set(claim.claimId, [...(found.get(claim.claimId) ?? []), { by, denies: about }]);
    }
  }
  return found;
}

/** What is said against an event: the claim that says it, what it denies if it is a denial, and the claims it is against. */
export type Contradiction = { by: TagId; denies: readonly Deniable[]; against: readonly TagId[] };

/**
 * What is said against an event, each once: a denial with the claims it denies (all that support the event, where none
 * says what it denies), and two claims that contradict each other where neither is such a denial.
 */
export function contradictionsIn(
  event: { claims: readonly EventClaim[]; disputed: DerivedEvent["disputed"] },
  members: readonly Evidence[],
): Contradiction[] {
  const denied = deniedBy(event, members);
  const denying = (by: TagId) =>
    [...denied].flatMap(([claim, all]) => (all.some((each) => each.by === by) ? claim : []));
  const supporting = event.claims.flatMap(({ id, part }) => (part === "supports" ? id : []));
  return event.disputed.flatMap(({ claimId: by, denies, against }) => {
    if (against === undefined) return { by, denies, against: denying(by).length > 0 ? denying(by) : supporting };
    const isSaid = denying(by).includes(against) || denying(against).includes(by);
    return isSaid ? [] : { by, denies, against: [against] };
  });
}
