import { denials, type Member, notCounted, supporting } from "@/domain/event/counting";
import { mixedSentences } from "@/domain/event/estimative";
import type { DerivedEvent, EventContent } from "@/domain/event/event";
import { deriveDate } from "@/domain/event/event-date";
import { derivePlace } from "@/domain/event/event-place";
import type { ClaimLink, Evidence } from "@/domain/event/evidence";
import { deriveFigures } from "@/domain/event/figures";
import { corroborate, sharedSides } from "@/domain/event/origins";
import type { TagId } from "@/domain/ids";
import { type EventSettings, usualEventSettings } from "@/domain/project/event-settings";
import { certainties } from "@/domain/tag/claim-values";

/** The claims of an event that were found, each with its part. */
export function membersOf({ claims }: Pick<EventContent, "claims">, evidence: readonly Evidence[]): Member[] {
  const byId = new Map<TagId, Evidence>(evidence.map((each) => [each.claimId, each]));
  return claims.flatMap(({ id, part, denies = [] }) => {
    const found = byId.get(id);
    return found ? [{ evidence: found, part, denies }] : [];
  });
}

/** What an event comes to: from its claims, the links between them and what people chose. */
export function deriveEvent(
  content: EventContent,
  evidence: readonly Evidence[],
  links: readonly ClaimLink[],
  { conventions }: Pick<EventSettings, "conventions"> = usualEventSettings,
): DerivedEvent {
  const members = membersOf(content, evidence);
  const counted = members.filter((member) => notCounted(member.evidence) === undefined);
  const corroboration = corroborate(members, links, content.independent);
  const certainty = strongest(supporting(members));
  return {
    date: deriveDate(members, content.date),
    place: derivePlace(firstHand(members, links), content.place),
    figures: deriveFigures(members, links, { chosen: content.figures, conventions }),
    corroboration,
    actors: actorsOf(members),
    disputed: disputesIn(members, links),
    sharedSides: sharedSides(members, corroboration),
    ...(certainty && { certainty }),
    counted: counted.length,
    claims: members.length,
    reports: new Set(members.map((member) => member.evidence.reportId)).size,
    mixed: mixedSentences(content.note ?? ""),
  };
}

/** Without claims that restate or repeat another one that counts: a headline's place is no second place. */
function firstHand(members: readonly Member[], links: readonly ClaimLink[]): Member[] {
  const counted = new Set(supporting(members).map(({ claimId }) => claimId));
  const again = new Set(
    links.flatMap(({ kind, from, to }) =>
      (kind === "restates" || kind === "repeats") && counted.has(from) && counted.has(to) ? from : [],
    ),
  );
  return members.filter(({ evidence }) => !again.has(evidence.claimId));
}

function actorsOf(members: readonly Member[]): DerivedEvent["actors"] {
  const all = supporting(members).flatMap(({ actors }) => actors);
  return all.filter(({ id, role }, at) => all.findIndex((each) => each.id === id && each.role === role) === at);
}

const strongest = (claims: readonly Evidence[]) =>
  certainties.find((each) => claims.some(({ certainty }) => certainty === each));

/** Denials that count, and pairs of counted claims that contradict each other. */
function disputesIn(members: readonly Member[], links: readonly ClaimLink[]): DerivedEvent["disputed"] {
  const counted = new Set(
    members.filter((member) => notCounted(member.evidence) === undefined).map((member) => member.evidence.claimId),
  );
  const denied = denials(members).map(({ evidence, denies }) => ({ claimId: evidence.claimId, denies: [...denies] }));
  const against = links
    .filter(({ kind, from, to }) => kind === "contradicts" && counted.has(from) && counted.has(to))
    .map(({ from, to }) => ({ claimId: from, denies: [], against: to }));
  return [...denied, ...against];
}
