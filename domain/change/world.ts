import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId, TagId, ThreadId, UserId } from "@/domain/ids";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";

/** A map to write into. */
export type Draft<Id, T> = {
  get(id: Id): T | undefined;
  has(id: Id): boolean;
  set(id: Id, thing: T): unknown;
  delete(id: Id): boolean;
};

/** The things of a report that changes act on; the maps are this caller's own to write into. */
export type World = {
  annotations: Draft<TagId, Annotation>;
  relations: Draft<TagId, Relation>;
  entities: Draft<EntityId, Entity>;
  threads: Draft<ThreadId, Thread>;
};

/** Where changes are made: who makes them, and in which layer of which text. */
export type Here = {
  me: UserId;
  layer: string;
  codebookVersion: number;
  /** Places in the text as they are stored, with their words and what stands around them. */
  segmentsOf: (spans: readonly { start: number; end: number }[]) => Annotation["segments"];
};

export function setTag(world: Pick<World, "annotations" | "relations">, tag: Tag): void {
  if (tag.type === "annotation") world.annotations.set(tag.id, tag);
  else world.relations.set(tag.id, tag);
}

type Readable<T> = { get(id: TagId): T | undefined };

export const tagIn = (
  { annotations, relations }: { annotations: Readable<Annotation>; relations: Readable<Relation> },
  id: TagId,
): Tag | undefined => annotations.get(id) ?? relations.get(id);
