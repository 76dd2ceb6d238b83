import type { DeskState } from "@/client/desk/desk";
import type { TagId } from "@/domain/ids";
import type { Relation } from "@/domain/tag/tag";

type Relations = DeskState["relations"];

const indexes = new WeakMap<Relations, ReadonlyMap<TagId, readonly Relation[]>>();
const none: readonly Relation[] = [];

/** The standing relations that start or end at each tag; made once for each state of the map. */
function indexOf(relations: Relations): ReadonlyMap<TagId, readonly Relation[]> {
  const known = indexes.get(relations);
  if (known) return known;
  const index = new Map<TagId, Relation[]>();
  const add = (id: TagId, relation: Relation) => {
    const there = index.get(id);
    if (there) there.push(relation);
    else index.set(id, [relation]);
  };
  for (const relation of relations.values()) {
    if (relation.state === "withdrawn") continue;
    add(relation.from, relation);
    if (relation.to) add(relation.to, relation);
  }
  indexes.set(relations, index);
  return index;
}

/** The relations of a tag that are not withdrawn, in the order they were made. */
export const relationsOf = ({ relations }: Pick<DeskState, "relations">, id: TagId): readonly Relation[] =>
  indexOf(relations).get(id) ?? none;

/** The other tags of this report that a tag is linked to. */
export function linkedTo(state: Pick<DeskState, "relations">, id: TagId): TagId[] {
  const others = relationsOf(state, id).flatMap(({ from, to }) => (from === id ? (to ? [to] : []) : [from]));
  return [...new Set(others)];
}
