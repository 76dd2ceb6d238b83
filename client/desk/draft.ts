import type { Draft } from "@/domain/change/world";

/** A draft of a map, copied when it is first written to: what nobody wrote to stays the very same map. */
export function draftOf<Id, T>(map: ReadonlyMap<Id, T>): Draft<Id, T> & { done(): ReadonlyMap<Id, T> } {
  let own: Map<Id, T> | undefined;
  const written = () => {
    own ??= new Map(map);
    return own;
  };
  const done = () => own ?? map;
  return {
    done,
    get: (id) => done().get(id),
    has: (id) => done().has(id),
    set: (id, thing) => written().set(id, thing),
    delete: (id) => done().has(id) && written().delete(id),
  };
}
