import { z } from "zod";
import { blames, bystanderRoles, involvements, outcomes } from "@/domain/event/event-values";
import { EntityId, TagId } from "@/domain/ids";
import { certainties, countedWho } from "@/domain/tag/claim-values";

const claims = z.array(TagId).min(1).max(100);
/** Whose side they were on at that date, which may not be the one they are on now. */
const side = z.string().trim().min(1).max(200).optional();

/** One person or one counted group: never both, and a person counts as one. */
const Victim = z
  .strictObject({
    entityId: EntityId.optional(),
    words: z.string().trim().min(1).max(300).optional(),
    low: z.int().positive().optional(),
    high: z.int().positive().optional(),
    who: z.enum(countedWho).optional(),
    side,
  })
  .refine(({ entityId, words }) => (entityId === undefined) !== (words === undefined), {
    path: ["words"],
    error: "Name a person or group of the project, or say in words who it was.",
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low <= high, {
    path: ["high"],
    error: "The upper bound is below the lower one.",
  });

/** Somebody who is said to have done it, how far they took part, how sure that is and who says so. */
const Perpetrator = z.strictObject({
  entityId: EntityId,
  side,
  involvement: z.enum(involvements),
  certainty: z.enum(certainties),
  blame: z.enum(blames),
  claims,
});

/** What was done to one victim, or to one counted group, and who is said to have done it. */
export const Act = z.strictObject({
  outcome: z.enum(outcomes),
  victim: Victim,
  perpetrators: z.array(Perpetrator).max(20).default([]),
  claims,
});
export type Act = z.infer<typeof Act>;

export const Bystander = z.strictObject({ entityId: EntityId, role: z.enum(bystanderRoles), claims });
export type Bystander = z.infer<typeof Bystander>;

/** Who is said to have done something to whom, as pairs, each once. */
export function whoToWhom(acts: readonly Act[]): { perpetrator: EntityId; outcome: Act["outcome"]; victim: string }[] {
  const pairs = acts.flatMap(({ outcome, victim, perpetrators }) =>
    perpetrators.map(({ entityId }) => ({
      perpetrator: entityId,
      outcome,
      victim: victim.entityId ?? victim.words ?? "",
    })),
  );
  const key = (pair: (typeof pairs)[number]) => JSON.stringify(pair);
  return pairs.filter((pair, at) => pairs.findIndex((each) => key(each) === key(pair)) === at);
}

/** Everybody of the registry whom acts and other roles name. */
export const namedInActs = ({
  acts = [],
  bystanders = [],
}: {
  acts?: readonly Act[] | undefined;
  bystanders?: readonly Bystander[] | undefined;
}): EntityId[] => [
  ...new Set([
    ...acts.flatMap(({ victim, perpetrators }) => [
      ...(victim.entityId ? [victim.entityId] : []),
      ...perpetrators.map(({ entityId }) => entityId),
    ]),
    ...bystanders.map(({ entityId }) => entityId),
  ]),
];
