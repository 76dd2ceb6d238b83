import { z } from "zod";
import { Event } from "@/domain/event/event";
import { EventDate } from "@/domain/event/event-date";
import { eventStates, type lanesBy, timeUnits } from "@/domain/event/event-values";
import { Evidence } from "@/domain/event/evidence";
import { EventId, TagId } from "@/domain/ids";
import type { Weekday } from "@/domain/project/event-settings-values";

/** Somebody who is named in an event, or what an outlet or report without an entity is called. */
export const Named = z.object({ id: z.string().optional(), name: z.string() });
export type Named = z.infer<typeof Named>;

const Days = EventDate.pick({ from: true, to: true, meaning: true, precision: true });

/** A claim that counts in an event, as a timeline draws it. */
export const OutlinedClaim = Days.pick({ from: true, to: true })
  .extend({
    id: TagId,
    reportId: z.string(),
    denies: z.boolean(),
    precision: Days.shape.precision.optional(),
    says: Named,
  })
  .strip();
export type OutlinedClaim = z.infer<typeof OutlinedClaim>;

/** What a timeline needs of an event: only what counts in it, so that it is the same for everybody who sees the event. */
export const EventOutline = z.object({
  date: Days,
  place: z.string().optional(),
  actors: z.array(Named),
  sources: z.array(Named),
  disputed: z.boolean(),
  claims: z.array(OutlinedClaim),
});
export type EventOutline = z.infer<typeof EventOutline>;

export const TimelineEvent = z.object({
  id: EventId,
  title: z.string(),
  state: z.enum(eventStates),
  type: z.string().optional(),
  outline: EventOutline,
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** Events in one lane that begin in one stretch of time: whose days are known that well, and whose are not. */
export const TimelineBin = z.object({
  lane: z.string().optional(),
  from: z.iso.date(),
  to: z.iso.date(),
  known: z.int(),
  vague: z.int(),
});
export type TimelineBin = z.infer<typeof TimelineBin>;

const Choice = z.object({ value: z.string(), name: z.string(), count: z.int() });

/** An event that somebody disputes, with the claims on both sides. */
export const Contradiction = z.object({ event: Event, members: z.array(Evidence) });
export type Contradiction = z.infer<typeof Contradiction>;

/** A project's events on a line of time. */
export const Timeline = z.object({
  /** The first and the last day that anything shown lies on; left out where nothing has a day. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  unit: z.enum(timeUnits),
  /** How many events match, and how many of them have no day at all. */
  total: z.int(),
  undated: z.int(),
  /** How many others were changed just now and are not on it yet: ask again in some seconds. */
  pending: z.int(),
  /** The lanes by how many events they have; the rest has none. */
  lanes: z.array(z.object({ name: z.string().optional(), count: z.int() })),
  bins: z.array(TimelineBin),
  /** How many events begin in each stretch, whatever their lanes. */
  stretches: z.array(TimelineBin.pick({ from: true, to: true }).extend({ count: z.int() })),
  /** The events themselves where they are few enough to be told apart, by day. */
  events: z.array(TimelineEvent).optional(),
  /** How many of those that match are disputed, and what stands against what in the latest of them. */
  disputed: z.int(),
  contradictions: z.array(Contradiction),
  /** What can be narrowed to, the most frequent first. */
  choices: z.object({ place: z.array(Choice), actor: z.array(Choice), type: z.array(Choice), source: z.array(Choice) }),
});
export type Timeline = z.infer<typeof Timeline>;

export type TimelineWish = {
  from?: string | undefined;
  to?: string | undefined;
  place?: string | undefined;
  actor?: string | undefined;
  type?: string | undefined;
  source?: string | undefined;
  by: (typeof lanesBy)[number];
  weekStart: Weekday;
};
