import { z } from "zod";
import { Entity } from "@/domain/entity/entity";
import { type MergeField, mergeFields } from "@/domain/entity/merge-fields";
import { EntityId } from "@/domain/ids";

/** What a client sends to merge an entity into another. */
export const MergeEntity = z.strictObject({
  into: EntityId,
  /** What is taken over from the one that is merged away; everything else stays as the remaining one says it. */
  take: z.array(z.enum(mergeFields)).max(mergeFields.length).default([]),
  /** The versions that were looked at: a merge of others is refused. */
  seen: z.strictObject({ version: z.int().positive(), intoVersion: z.int().positive() }).optional(),
});
export type WantedMerge = Omit<z.infer<typeof MergeEntity>, "take"> & { take?: readonly MergeField[] };

const count = z.int().nonnegative();

/** What a merge would do, as far as this person sees what it touches. Nothing is counted beyond 10,000. */
export const MergePreview = z.object({
  /** The one that would be merged away, and the one that would remain. */
  merged: Entity,
  remains: Entity,
  moves: z.object({
    /** Source mentions that name it. */
    mentions: count,
    /** Claims attributed to it, directly or through a mention. */
    claims: count,
    /** Claims in which it acts or suffers. */
    actors: count,
    /** Links that lead to it without a mention. */
    links: count,
    /** Reports that any of these stand in. */
    reports: count,
    /** Grades, which stay in the history of the one that remains. */
    grades: count,
    /** Entities that were merged into it before. */
    followers: count,
    /** Entities that are part of it, or whose outlet it is. */
    parts: count,
  }),
  /** Names that the remaining one would get beside its own. */
  aliases: z.array(z.string()),
  /** Where the two say different things, or only the one that is merged away says something. */
  differ: z.array(z.enum(mergeFields)),
  /** Names of the parents and outlets of both, by their ids. */
  names: z.record(z.string(), z.string()),
});
export type MergePreview = z.infer<typeof MergePreview>;
