import type { ChangeKind } from "@/domain/change/kind";
import type { PutEntity } from "@/domain/entity/entity";
import type { EntityId } from "@/domain/ids";

/** Makes an entity, or changes what is known of it. */
export const putEntity: ChangeKind<"put-entity"> = {
  merges: "content",
  creates: "without a version",
  apply(world, { body: { version: _version, ...body } }, on, here) {
    const id = on.thing as EntityId; // this change is only ever of an entity
    const before = world.entities.get(id);
    const made = before ?? { version: 0, createdBy: here.me, createdAt: new Date(on.at).toISOString() };
    world.entities.set(id, {
      version: made.version,
      createdBy: made.createdBy,
      createdAt: made.createdAt,
      ...(before?.reliability ? { reliability: before.reliability } : {}),
      ...body,
      id,
      projectId: on.projectId,
    });
  },
  invert(_change, { before }) {
    if (!before) return undefined;
    const { name, kind, anonymity, side, scale, aliases, parentId, outletId, note, noteProse } = before;
    const body: PutEntity = {
      ...{ name, kind, aliases },
      ...(anonymity && { anonymity }),
      ...(side && { side }),
      ...(scale && { scale }),
      ...(parentId && { parentId }),
      ...(outletId && { outletId }),
      ...(note && { note }),
      ...(noteProse && { noteProse }),
    };
    return { deed: "put-entity", body };
  },
  needs: ({ body: { parentId, outletId } }) => [...(parentId ? [parentId] : []), ...(outletId ? [outletId] : [])],
  request: ({ body }, { projectId, thing, version }) =>
    version === undefined
      ? { method: "POST", path: `/projects/${projectId}/entities`, body: { ...body, id: thing } }
      : { method: "PUT", path: `/entities/${thing}`, body: { ...body, version } },
};
