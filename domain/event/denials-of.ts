import type { ClaimDenials, DenialEnd } from "@/domain/event/claim-denials";
import { deniedBy } from "@/domain/event/denied-by";
import type { Event } from "@/domain/event/event";
import type { Evidence } from "@/domain/event/evidence";
import type { TagId } from "@/domain/ids";

/** What a claim denies, and which claims deny it, in events with these members. One of whose words somebody does not see is none. */
export function denialsOf(claim: TagId, events: readonly Event[], members: readonly Evidence[]): ClaimDenials {
  const byId = new Map(members.map((each) => [each.claimId, each]));
  const found: { denies: DenialEnd[]; deniedBy: DenialEnd[] } = { denies: [], deniedBy: [] };
  for (const { id: eventId, content, derived } of events) {
    const own = new Set(content.claims.map(({ id }) => id));
    const pairs = deniedBy(
      { claims: content.claims, disputed: derived.disputed },
      members.filter(({ claimId }) => own.has(claimId)),
    );
    for (const [denied, denials] of pairs) {
      for (const { by, denies: what } of denials) {
        if (claim !== denied && claim !== by) continue;
        const other = byId.get(claim === denied ? by : denied);
        if (!other) continue;
        const { claimId, reportId, reportTitle, quote, chains } = other;
        const speakers = [...new Set(chains.flatMap((chain) => chain.at(-1)?.name ?? []))];
        const end = { claimId, reportId, reportTitle, quote, speakers, what: [...what] };
        found[claim === denied ? "deniedBy" : "denies"].push({ ...end, eventId, eventTitle: content.title });
      }
    }
  }
  return found;
}
