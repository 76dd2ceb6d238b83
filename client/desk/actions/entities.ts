import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { tell, told } from "@/client/desk/tell";
import { newId } from "@/client/new-id";
import type { EntityId } from "@/domain/ids";

/** Making entities, and knowing those that were found elsewhere. */
export function entitiesOf(core: Core): Pick<Desk, "makeEntity" | "meetEntity"> {
  const { store, confirmed } = core;
  return {
    makeEntity(entity) {
      const id = newId<EntityId>();
      tell(core, [told(core, id, { deed: "put-entity", body: entity })]);
      return id;
    },
    meetEntity(entity) {
      if (store.state.entities.has(entity.id)) return;
      confirmed.set(entity.id, entity);
      store.set({ entities: new Map(store.state.entities).set(entity.id, entity) });
    },
  };
}
