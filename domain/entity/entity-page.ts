import { z } from "zod";
import { Entity, Grade } from "@/domain/entity/entity";
import { EntityId, ReportId, TagId } from "@/domain/ids";
import { Annotation } from "@/domain/tag/tag";

/** An annotation with the report it stands in. */
export const Placed = z.object({ annotation: Annotation, reportTitle: z.string(), outlet: z.string().optional() });
export type Placed = z.infer<typeof Placed>;

/** The most mentions and claims that a page holds; `more` says that there are others. */
export const pageLength = 100;

const count = z.int().nonnegative();

/** How many tags were accepted, how many returned or rejected, and how many wait. */
export const Decided = z.object({ accepted: count, refused: count, open: count });
export type Decided = z.infer<typeof Decided>;

/** The words of mentions, how often they were used, and where for the last time. */
export const Spelling = z.object({
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  reportId: ReportId,
  tagId: TagId,
  count,
});
export type Spelling = z.infer<typeof Spelling>;

/** An entity with those merged into it: where it is named, what it claims, how its reliability was judged. */
export const EntityPage = z.object({
  entity: Entity,
  /** Those merged into it, directly or not. */
  absorbed: z.array(Entity),
  /** Those of `absorbed` that can stand for themselves again. */
  undoable: z.array(EntityId),
  /** Source mentions that name it, newest first. */
  mentions: z.array(Placed),
  /** The words of its accepted mentions, the most usual first: names that it may go by. */
  spellings: z.array(Spelling),
  /** Claims in which it acts or suffers, newest first. */
  about: z.array(Placed),
  /** What was decided on the mentions of it, the claims it makes and those about it; none counted beyond 10,000. */
  decided: z.object({ mentions: Decided, claims: Decided, about: Decided }),
  /** Claims attributed to it, directly or through a mention, newest first. */
  claims: z.array(Placed),
  more: z.object({ mentions: z.boolean(), claims: z.boolean(), about: z.boolean() }),
  /** Newest first. */
  grades: z.array(Grade),
});
export type EntityPage = z.infer<typeof EntityPage>;
