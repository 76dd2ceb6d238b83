import { type Column, idNow } from "@/domain/formats/csv/column";
import { listed } from "@/domain/formats/csv/common";
import type { EntityRecord, Lookup } from "@/domain/formats/dataset";
import type { EntityId } from "@/domain/ids";

type Known = EntityRecord | undefined;
const nameOf = (id: EntityId | undefined, { entity }: Lookup) => (id === undefined ? undefined : entity.get(id)?.name);
const grade = (entity: Known) => entity?.grades.at(-1);

/** What every table that names an entity says about it. */
export const entityColumns: readonly Column<Known>[] = [
  { name: "entity", type: "text", means: "The entity's name.", of: (entity) => entity?.name },
  {
    name: "entity_kind",
    type: "text",
    means: "Kind of entity: media outlet, armed actor …",
    of: (entity) => entity?.kind,
  },
  {
    name: "anonymity",
    type: "text",
    means: "Whether the source is named, identified by role only, or anonymous.",
    of: (entity) => entity?.anonymity,
  },
  { name: "side", type: "text", means: "The side it is on.", of: (entity) => entity?.side },
  { name: "scale", type: "text", means: "local, national or international.", of: (entity) => entity?.scale },
  {
    name: "outlet_entity_id",
    type: "id",
    means: "The outlet an unnamed source belongs to.",
    of: (entity, look) => entity?.outletId && idNow(entity.outletId, look),
  },
  {
    name: "outlet_entity",
    type: "text",
    means: "That outlet's name.",
    of: (entity, look) => nameOf(entity?.outletId, look),
  },
  {
    name: "source_reliability",
    type: "text",
    means: "A reliable to F cannot be judged, the latest grade; blank: not graded.",
    of: (entity) => entity?.reliability,
  },
  { name: "reliability_reason", type: "text", means: "Why it was graded so.", of: (entity) => grade(entity)?.reason },
  { name: "reliability_at", type: "time", means: "When it was graded.", of: (entity) => grade(entity)?.at },
];

/** What only the registry itself says. */
export const registryColumns: readonly Column<EntityRecord>[] = [
  { name: "aliases", type: "text", means: "Other names.", of: (entity) => listed(entity.aliases) },
  {
    name: "parent_entity_id",
    type: "id",
    means: "What it is part of.",
    of: (entity, look) => entity.parentId && idNow(entity.parentId, look),
  },
  {
    name: "affiliations",
    type: "text",
    means: "Sides it was on and what it was part of, each with its days: side government 2011-03-15/2012-06-30 (day).",
    of: (entity, look) =>
      listed(
        (entity.affiliations ?? []).map(({ entityId, side, from = "..", to = "..", precision = "day" }) => {
          const what = side === undefined ? `part of ${nameOf(entityId, look) ?? entityId}` : `side ${side}`;
          return `${what} ${from}/${to} (${precision})`;
        }),
      ),
  },
  {
    name: "merged_into_entity_id",
    type: "id",
    means: "The entity it was merged into; every other table names that one.",
    of: (entity) => entity.mergedInto,
  },
  { name: "note", type: "text", means: "A note on it.", of: (entity) => entity.note },
];
