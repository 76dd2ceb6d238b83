import { z } from "zod";
import { Act, Bystander } from "@/domain/event/act";
import { ChosenDate, EventDate } from "@/domain/event/event-date";
import { ChosenPlace, EventPlace } from "@/domain/event/event-place";
import {
  confidences,
  deniable,
  eventDeeds,
  eventFields,
  eventStates,
  likelihoods,
  parts,
  phases,
} from "@/domain/event/event-values";
import { Evidence, EvidenceActor } from "@/domain/event/evidence";
import { ChosenFigure, Figure } from "@/domain/event/figures";
import { Legacy } from "@/domain/event/legacy";
import { LikelyMember } from "@/domain/event/likely";
import { Corroboration, IndependentOrigin } from "@/domain/event/origins";
import { EventId, OpId, ProjectId, TagId, UserId } from "@/domain/ids";
import { certainties } from "@/domain/tag/claim-values";

/** A claim in an event; what a denial denies is said with it. */
export const EventClaim = z
  .strictObject({
    id: TagId,
    part: z.enum(parts),
    denies: z.array(z.enum(deniable)).max(deniable.length).optional(),
  })
  .refine(({ part, denies }) => (part === "denies") === (denies !== undefined && denies.length > 0), {
    path: ["denies"],
    error: "A denial says what it denies, and nothing else does.",
  });
export type EventClaim = z.infer<typeof EventClaim>;

export const mostClaims = 5000;

/** What people say of an event; everything that is left out is derived from its claims. */
export const EventContent = z.strictObject({
  title: z.string().trim().min(1).max(300),
  type: z.string().max(100).optional(),
  phase: z.enum(phases).optional(),
  claims: z.array(EventClaim).max(mostClaims),
  date: ChosenDate.optional(),
  place: ChosenPlace.optional(),
  figures: z.array(ChosenFigure).max(40).optional(),
  acts: z.array(Act).max(500).optional(),
  bystanders: z.array(Bystander).max(100).optional(),
  independent: z.array(IndependentOrigin).max(100).optional(),
  likelihood: z.enum(likelihoods).optional(),
  confidence: z.enum(confidences).optional(),
  note: z.string().max(10_000).optional(),
  /** Of an event that no report here tells of: the row it came from. */
  legacy: Legacy.optional(),
});
export type EventContent = z.infer<typeof EventContent>;

/** What a client sends to make an event; a client-made id and an opId make sending again safe. */
export const MakeEvent = z.strictObject({
  ...EventContent.omit({ legacy: true }).shape,
  id: EventId.optional(),
  opId: OpId.optional(),
});
export type MakeEvent = z.infer<typeof MakeEvent>;

/** What a client sends to change one: all it says, and the version it has seen. */
export const PutEvent = z.strictObject({
  ...EventContent.shape,
  version: z.int().positive(),
  opId: OpId.optional(),
});
export type PutEvent = z.infer<typeof PutEvent>;

/** What the claims of an event come to, with everything that a person chose. */
export const DerivedEvent = z.object({
  date: EventDate,
  place: EventPlace,
  figures: z.array(Figure),
  corroboration: Corroboration,
  actors: z.array(EvidenceActor),
  /** Why it is disputed; empty when nobody disputes it. */
  disputed: z.array(z.object({ claimId: TagId, denies: z.array(z.enum(deniable)), against: TagId.optional() })),
  /** Sides that both did it and say so. */
  sharedSides: z.array(z.string()),
  certainty: z.enum(certainties).optional(),
  /** How many of its claims count, of how many. */
  counted: z.int(),
  claims: z.int(),
  reports: z.int(),
  /** Sentences of the note that mix likelihood with confidence. */
  mixed: z.array(z.string()),
});
export type DerivedEvent = z.infer<typeof DerivedEvent>;

export const Event = z.object({
  id: EventId,
  projectId: ProjectId,
  state: z.enum(eventStates),
  version: z.int().positive(),
  content: EventContent,
  derived: DerivedEvent,
  /** The event that it is now part of. */
  mergedInto: EventId.optional(),
  /** The event that it was split from. */
  splitFrom: EventId.optional(),
  createdBy: UserId,
  createdAt: z.iso.datetime(),
  updatedBy: UserId,
  updatedAt: z.iso.datetime(),
  verdict: z
    .object({ decision: z.enum(["accept", "return", "reject"]), reason: z.string(), by: UserId, at: z.iso.datetime() })
    .optional(),
});
export type Event = z.infer<typeof Event>;

/** One line of an event's history: a version or a decision. It names fields and holds no content. */
export const EventLine = z.object({
  did: z.enum(eventDeeds),
  version: z.int().positive(),
  /** The fields that a change is about. */
  fields: z.array(z.enum(eventFields)).optional(),
  /** The event that was merged into it, split from it, or that it went into. */
  other: EventId.optional(),
  reason: z.string().optional(),
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
});
export type EventLine = z.infer<typeof EventLine>;

/** An event with what stands behind it. */
export const EventPage = z.object({
  event: Event,
  members: z.array(Evidence),
  likely: z.array(LikelyMember),
  /** The merge or split that made this version, and can be undone. */
  undo: z.enum(["merged", "split"]).optional(),
  /** Newest first, 200 lines at most. */
  history: z.array(EventLine),
});
export type EventPage = z.infer<typeof EventPage>;

export const DecideEvent = z.strictObject({
  decision: z.enum(["accept", "return", "reject"]),
  version: z.int().positive(),
  reason: z.string().max(2000).default(""),
  opId: OpId.optional(),
});
export type DecideEvent = z.infer<typeof DecideEvent>;

export const MergeEvent = z.strictObject({
  into: EventId,
  version: z.int().positive(),
  intoVersion: z.int().positive(),
  opId: OpId.optional(),
});
export type MergeEvent = z.infer<typeof MergeEvent>;

/** The claims that leave for an event of their own. */
export const SplitEvent = z.strictObject({
  claims: z.array(TagId).min(1).max(mostClaims),
  title: z.string().trim().min(1).max(300),
  version: z.int().positive(),
  id: EventId.optional(),
  opId: OpId.optional(),
});
export type SplitEvent = z.infer<typeof SplitEvent>;

export const AtVersion = z.strictObject({ version: z.int().positive(), opId: OpId.optional() });
export type AtVersion = z.infer<typeof AtVersion>;

/** Accepted claims that make an event and are in none yet: what says the same is proposed as one. */
export const ProposedEvents = z.object({ items: z.array(z.object({ lead: Evidence, again: z.array(Evidence) })) });
export type ProposedEvents = z.infer<typeof ProposedEvents>;
