import { z } from "zod";
import { EntityId } from "@/domain/ids";
import { noteFields } from "@/domain/prose/note-fields";
import {
  actorRoles,
  certainties,
  claimKinds,
  counted,
  countedWho,
  figureScopes,
  guessable,
  polarities,
  standings,
  timeBases,
  timePrecisions,
} from "@/domain/tag/claim-values";

const day = z.iso.date();

/** When the claimed thing happened, not when it was said. `words` are the report's own. */
export const EventTime = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  precision: z.enum(timePrecisions).optional(),
  basis: z.enum(timeBases).optional(),
  words: z.string().max(500).optional(),
});

/** Blank is not zero: a bound that the report does not give is absent. */
export const Quantity = z
  .strictObject({
    what: z.enum(counted),
    low: z.int().nonnegative().optional(),
    high: z.int().nonnegative().optional(),
    /** Whom it counts; left out where the report does not say. */
    who: z.enum(countedWho).optional(),
    /** Left out: this incident. A running total or the figure of a period is never a figure of one event. */
    scope: z.enum(figureScopes).optional(),
    atLeast: z.boolean().optional(),
    words: z.string().max(500).optional(),
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low <= high, {
    path: ["high"],
    error: "The upper bound is below the lower one.",
  });

/** What an analyst says about a claim. Everything may be left out: a span is tagged first and described later. */
export const ClaimAttributes = z.strictObject({
  restatement: z.string().max(2000).optional(),
  kind: z.enum(claimKinds).optional(),
  standing: z.enum(standings).optional(),
  certainty: z.enum(certainties).optional(),
  polarity: z.enum(polarities).optional(),
  eventType: z.string().max(100).optional(),
  actors: z
    .array(z.strictObject({ entityId: EntityId, role: z.enum(actorRoles) }))
    .max(50)
    .optional(),
  eventTime: EventTime.optional(),
  quantities: z.array(Quantity).max(20).optional(),
  /** Admiralty information credibility 1–6; absent means ungraded, which is not 6. */
  credibility: z.int().min(1).max(6).optional(),
  checkWorthy: z.boolean().optional(),
  /** Which of the attributes were filled in from the claim's words and have not been confirmed by anybody yet. */
  guessed: z.array(z.enum(guessable)).max(guessable.length).optional(),
  ...noteFields,
});
export type ClaimAttributes = z.infer<typeof ClaimAttributes>;
