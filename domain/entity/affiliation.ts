import { z } from "zod";
import { affiliationPrecisions } from "@/domain/entity/affiliation-values";
import { EntityId } from "@/domain/ids";

const day = z.iso.date();

/** What an entity belonged to, or which side it was on, from one day to another; both are part of it. */
export const Affiliation = z
  .strictObject({
    /** The entity that it belonged to. */
    entityId: EntityId.optional(),
    /** The side that it was on or fought for. */
    side: z.string().trim().min(1).max(200).optional(),
    /** Left out: from the beginning, and up to now. */
    from: day.optional(),
    to: day.optional(),
    /** Of both days. A month or a year counts from its first to its last day. Left out: the day. */
    precision: z.enum(affiliationPrecisions).optional(),
  })
  .refine(({ entityId, side }) => (entityId === undefined) !== (side === undefined), {
    path: ["side"],
    error: "Either what it belonged to or which side it was on.",
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "It ends before it begins.",
  });
export type Affiliation = z.infer<typeof Affiliation>;
