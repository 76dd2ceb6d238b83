import { z } from "zod";
import { Affiliation } from "@/domain/entity/affiliation";
import { mostAffiliations } from "@/domain/entity/affiliation-values";
import { anonymities, entityKinds, reliabilities, scales } from "@/domain/entity/entity-values";
import { EntityId, OpId, ProjectId, UserId } from "@/domain/ids";
import { noteFields } from "@/domain/prose/note-fields";
import { ShownProse } from "@/domain/prose/sent";

export const Reliability = z.enum(reliabilities);
export type Reliability = z.infer<typeof Reliability>;

const name = z.string().trim().min(1).max(300);

/** What a client sends to make or change an entity. An unnamed source names the outlet it lives in. */
export const PutEntity = z.strictObject({
  name,
  kind: z.enum(entityKinds),
  anonymity: z.enum(anonymities).optional(),
  side: z.string().trim().max(200).optional(),
  scale: z.enum(scales).optional(),
  aliases: z.array(name).max(100).default([]),
  parentId: EntityId.optional(),
  outletId: EntityId.optional(),
  affiliations: z.array(Affiliation).max(mostAffiliations).optional(),
  ...noteFields,
  version: z.int().positive().optional(),
});
export type PutEntity = z.infer<typeof PutEntity>;

export const Entity = z.object({
  id: EntityId,
  projectId: ProjectId,
  name: z.string(),
  kind: z.enum(entityKinds),
  anonymity: z.enum(anonymities).optional(),
  side: z.string().optional(),
  scale: z.enum(scales).optional(),
  aliases: z.array(z.string()),
  parentId: EntityId.optional(),
  outletId: EntityId.optional(),
  /** What it belonged to, and which sides it was on, from when to when. */
  affiliations: z.array(Affiliation).optional(),
  note: z.string().optional(),
  /** The note with its formatting, where it has some. */
  noteProse: ShownProse.optional(),
  /** Set when this one was merged away: the one to follow, which is never merged itself. */
  mergedInto: EntityId.optional(),
  /** Set while nobody but this person sees it, or sees it like this: it lies in their layer, and that is still closed. */
  closed: z.literal(true).optional(),
  /** The latest grade; absent means nobody has graded it, which is not F. */
  reliability: Reliability.optional(),
  version: z.int().positive(),
  createdBy: UserId,
  createdAt: z.iso.datetime(),
});
export type Entity = z.infer<typeof Entity>;

export const PutGrade = z.strictObject({
  reliability: Reliability,
  reason: z.string().trim().min(1).max(2000),
  /** The grade that was seen, null for none, so that a colleague's is told instead of being overruled. */
  seen: Reliability.nullable().optional(),
  /** Sent again with the same one, a grade is kept once. */
  opId: OpId.optional(),
});
export type PutGrade = z.infer<typeof PutGrade>;

/** One row of an entity's reliability history, which is append-only. */
export const Grade = z.object({
  reliability: Reliability,
  reason: z.string(),
  by: UserId,
  at: z.iso.datetime(),
  /** The entity that was judged, where it is one that was merged into this one since. */
  of: EntityId.optional(),
  /** Set while nobody but this person sees it. */
  closed: z.literal(true).optional(),
});
export type Grade = z.infer<typeof Grade>;

/** A client-made id makes sending again safe. */
export const MakeEntity = z.strictObject({ ...PutEntity.shape, id: EntityId.optional() });
export type MakeEntity = z.infer<typeof MakeEntity>;
