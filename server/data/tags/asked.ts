import "server-only";
import type { EntityId, TagId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { namedEntities } from "@/domain/tag/check-annotation";
import { placeOf } from "@/server/data/tags/passages";
import type { Asked } from "@/server/data/tags/situation-row";

/** What has to be read to decide about these changes. */
export function askedBy(changes: readonly TagChange[]): Asked {
  const tags = new Set<TagId>();
  const ends = new Set<TagId>();
  const entities = new Set<EntityId>();
  const derived = new Set<TagId>();
  const ops: Asked["ops"][number][] = [];
  const places: Asked["places"][number][] = [];
  for (const change of changes) {
    tags.add(change.id);
    const opId = change.deed === "withdraw" ? change.opId : change.body.opId;
    if (opId) ops.push({ tagId: change.id, opId });
    if (change.deed !== "put-relation") ends.add(change.id);
    if (change.deed !== "withdraw") {
      for (const each of change.body.derivedFrom ?? []) tags.add(each);
      if (change.body.version === undefined) for (const each of change.body.derivedFrom ?? []) derived.add(each);
    }
    if (change.deed === "put-annotation") {
      places.push(placeOf(change.body));
      for (const { id } of namedEntities(change.body.kind, change.body.attributes)) entities.add(id);
    }
    if (change.deed === "put-relation") {
      const { from, to, toEntity, cue } = change.body;
      for (const end of [from, to]) if (end) tags.add(end);
      if (toEntity) entities.add(toEntity);
      for (const { id } of namedEntities(change.body.kind, change.body.attributes)) entities.add(id);
      if (cue) places.push(placeOf(cue));
    }
  }
  return { tags: [...tags], ends: [...ends], ops, entities: [...entities], places, derived: [...derived] };
}
