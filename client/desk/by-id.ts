import type { World } from "@/domain/change/world";

/** A map as somebody sees it who has an id and does not know yet of what. */
type Known<T> = { get(id: string): T | undefined; delete(id: string): boolean };

/** What an id stands for in a map, if it is one of its own. */
export const byId = <T>(map: Pick<Known<T>, "get">, id: string): T | undefined => map.get(id);

/** Takes a tag out of a world, whatever type it is of. */
export function forgetTag({ annotations, relations }: Pick<World, "annotations" | "relations">, id: string): void {
  const tags: readonly Pick<Known<unknown>, "delete">[] = [annotations, relations];
  for (const map of tags) map.delete(id);
}

/** Takes whatever has this id out of a world. */
export function forget(world: World, id: string): void {
  forgetTag(world, id);
  const others: readonly Pick<Known<unknown>, "delete">[] = [world.entities, world.threads];
  for (const map of others) map.delete(id);
}
