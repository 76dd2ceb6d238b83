import { notCounted } from "@/domain/event/counting";
import { membersOf } from "@/domain/event/derive";
import type { Event } from "@/domain/event/event";
import type { Evidence, Speaker } from "@/domain/event/evidence";
import type { EventOutline, Named, OutlinedClaim } from "@/domain/event/timeline";

const unique = (all: readonly Named[]): Named[] => [
  ...new Map(all.map((each) => [each.id ?? each.name, each])).values(),
];
const named = ({ id, name }: Pick<Speaker, "id" | "name">): Named => ({ ...(id !== undefined && { id }), name });

/** Who says a claim: whoever is cited last, else the outlet of its report. */
const speakersOf = ({ chains, outlet, reportTitle }: Evidence): Named[] => {
  const cited = chains.flatMap((chain) => chain.at(-1) ?? []).map(named);
  return cited.length > 0 ? cited : [{ name: outlet ?? reportTitle }];
};

/** What a timeline needs of an event, from its claims that count. */
export function outlineOf(
  { content, derived }: Pick<Event, "content" | "derived">,
  evidence: readonly Evidence[],
): EventOutline {
  const { date, place, actors, disputed } = derived;
  const { from, to, meaning, precision } = date;
  const counted = membersOf(content, evidence).filter((member) => notCounted(member.evidence) === undefined);
  const claims = counted.map(({ evidence: claim, part }): OutlinedClaim => {
    const [says = { name: claim.reportTitle }] = speakersOf(claim);
    const { time, claimId, reportId } = claim;
    return {
      ...{ id: claimId, reportId, denies: part === "denies", says },
      ...(time?.from && { from: time.from }),
      ...(time?.to && { to: time.to }),
      ...(time?.precision && { precision: time.precision }),
    };
  });
  return {
    date: { ...(from && { from }), ...(to && { to }), meaning, precision },
    ...(place.name !== undefined && { place: place.name }),
    actors: unique(actors.map(named)),
    sources: unique(counted.flatMap((member) => speakersOf(member.evidence))),
    disputed: disputed.length > 0,
    claims,
  };
}
