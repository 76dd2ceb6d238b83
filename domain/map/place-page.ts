import { z } from "zod";
import { Decided, Placed, Spelling } from "@/domain/entity/entity-page";
import { eventStates } from "@/domain/event/event-values";
import { PlaceCandidate } from "@/domain/gazetteer/place-candidate";
import { EventId } from "@/domain/ids";

const count = z.int().nonnegative();

/** Claims located at a place in reports of one month, and how credible what they say was judged: 1 and 2 of 6, 3 and 4, 5 and 6. */
export const MonthOfClaims = z.object({
  /** YYYY-MM, of the day of publication; of the report's arrival where that is not known. */
  month: z.string(),
  claims: count,
  accepted: count,
  credible: count,
  unsure: count,
  doubtful: count,
});
export type MonthOfClaims = z.infer<typeof MonthOfClaims>;

/** A place of a project: where it is named, what is said to have happened there, and what was decided on that. */
export const PlacePage = z.object({
  place: PlaceCandidate.optional(),
  /** The words it is mentioned by, the most usual first. */
  spellings: z.array(Spelling),
  /** Mentions that were resolved to it, newest first. */
  mentions: z.array(Placed),
  /** Claims located at it, newest first. */
  claims: z.array(Placed),
  /** Events with such a claim, the latest day first. */
  events: z.array(z.object({ id: EventId, title: z.string(), state: z.enum(eventStates), day: z.string().optional() })),
  /** None counted beyond 10,000. */
  decided: z.object({ mentions: Decided, claims: Decided }),
  /** Oldest first. */
  months: z.array(MonthOfClaims),
  more: z.object({ mentions: z.boolean(), claims: z.boolean(), events: z.boolean() }),
  /** What has to be said with places of the gazetteer. */
  attribution: z.string(),
});
export type PlacePage = z.infer<typeof PlacePage>;
