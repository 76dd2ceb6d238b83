import type { Act, Bystander } from "@/domain/event/act";
import { blames, bystanderRoles, involvements, outcomes } from "@/domain/event/event-values";
import type { EntityId, TagId } from "@/domain/ids";
import { certainties, countedWho } from "@/domain/tag/claim-values";

type Perpetrator = Act["perpetrators"][number];

/** The form of one act: everything is text, and what is empty is not said. */
export type ActDraft = {
  outcome: string;
  /** Whether one person or group of the registry is meant, or a counted group without a name. */
  named: boolean;
  entityId: EntityId | null;
  victim: Record<"words" | "low" | "high" | "who" | "side", string>;
  claims: readonly TagId[];
  perpetrators: readonly PerpetratorDraft[];
};
export type PerpetratorDraft = {
  key: number;
  entityId: EntityId | null;
  side: string;
  involvement: string;
  certainty: string;
  blame: string;
  claims: readonly TagId[];
};

const text = (value: string | number | undefined) => (value === undefined ? "" : String(value));
const said = (value: string) => value.trim() || undefined;
const number = (value: string) => (said(value) === undefined ? undefined : Number(value));
const among = <T extends string, O extends T | undefined>(list: readonly T[], value: string, other: O): T | O =>
  list.find((each) => each === value) ?? other;

export const emptyPerpetrator = (key: number, claims: readonly TagId[]): PerpetratorDraft => ({
  ...{ key, entityId: null, side: "", claims },
  ...{ involvement: "direct", certainty: "certain", blame: "said by others" },
});

/** The form as it begins: an act as it stands, or a new one that all supporting claims speak of. */
export function actDraftOf(act: Act | undefined, claims: readonly TagId[]): ActDraft {
  const { outcome = "killed", victim = {}, perpetrators = [], claims: own = claims } = act ?? {};
  return {
    ...{
      outcome,
      named: act === undefined || victim.entityId !== undefined,
      entityId: victim.entityId ?? null,
      claims: own,
    },
    victim: {
      ...{ words: text(victim.words), low: text(victim.low), high: text(victim.high) },
      ...{ who: text(victim.who), side: text(victim.side) },
    },
    perpetrators: perpetrators.map(({ side, ...each }, key) => ({ ...each, key, side: text(side) })),
  };
}

/** What a form says, as it is sent; the server checks it. */
export function actOf({ outcome, named, entityId, victim, claims, perpetrators }: ActDraft): Act {
  const { words, low, high, who, side } = victim;
  const [least, most, whom, stood] = [number(low), number(high), among(countedWho, who, undefined), said(side)];
  const group = {
    ...(said(words) && { words: said(words) }),
    ...(least !== undefined && { low: least }),
    ...(most !== undefined && { high: most }),
  };
  return {
    outcome: among(outcomes, outcome, "other"),
    victim: {
      ...(named ? (entityId ? { entityId } : {}) : group),
      ...(whom && { who: whom }),
      ...(stood && { side: stood }),
    },
    claims: [...claims],
    perpetrators: perpetrators.flatMap((each): Perpetrator[] =>
      each.entityId ? [perpetratorOf(each, each.entityId)] : [],
    ),
  };
}

const perpetratorOf = (each: PerpetratorDraft, entityId: EntityId): Perpetrator => ({
  ...{ entityId, claims: [...each.claims] },
  involvement: among(involvements, each.involvement, "unknown"),
  certainty: among(certainties, each.certainty, "unspecified"),
  blame: among(blames, each.blame, "said by others"),
  ...(said(each.side) && { side: said(each.side) }),
});

/** A witness or intervening party from a form; undefined while nobody is chosen. */
export const bystanderOf = (
  entityId: EntityId | null,
  role: string,
  claims: readonly TagId[],
): Bystander | undefined =>
  entityId ? { entityId, role: among(bystanderRoles, role, "witness"), claims: [...claims] } : undefined;
