import type { Member } from "@/domain/event/counting";
import type { ClaimLink, Evidence, Speaker } from "@/domain/event/evidence";
import { EntityId, ReportId, TagId } from "@/domain/ids";

const uuid = (kind: number, name: string) =>
  `0190a000-0000-7000-8${String(kind).padStart(3, "0")}-${[...name]
    .reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 999_999_999_999, 7)
    .toString()
    .padStart(12, "0")}`;

/** Ids by short names, so that tables can be read. */
export const claimId = (name: string) => TagId.parse(uuid(1, name));
export const reportId = (name: string) => ReportId.parse(uuid(2, name));
export const entityId = (name: string) => EntityId.parse(uuid(3, name));

/** An accepted claim that says for certain that something happened. */
export function aClaim(name: string, more: Partial<Evidence> = {}): Evidence {
  return {
    claimId: claimId(name),
    reportId: reportId(more.reportTitle ?? name),
    reportTitle: name,
    quote: name,
    start: 0,
    state: "accepted",
    version: 1,
    kind: "event",
    standing: "asserted",
    certainty: "certain",
    polarity: "affirmed",
    figures: [],
    actors: [],
    places: [],
    chains: [],
    ...more,
  };
}

/** A member that says it happened, or what else is said. */
export const aMember = (evidence: Evidence, more: Partial<Member> = {}): Member => ({
  evidence,
  part: "supports",
  denies: [],
  ...more,
});

/** "B updates A" */
export function aLink(said: string): ClaimLink {
  const [from = "", kind = "", to = ""] = said.split(" ");
  return { kind: kind as ClaimLink["kind"], from: claimId(from), to: claimId(to) };
}

export const aSpeaker = (name: string, more: Partial<Speaker> = {}): Speaker => ({
  id: entityId(name),
  name,
  unnamed: false,
  isOutlet: false,
  ...more,
});
