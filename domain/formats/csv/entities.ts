import { type CsvTable, tableOfProject, within } from "@/domain/formats/csv/column";
import { entityColumns, registryColumns } from "@/domain/formats/csv/entity-columns";
import type { EntityRecord } from "@/domain/formats/dataset";

/** The project's people, organisations and outlets, as sources and as actors. */
export const entities: CsvTable = tableOfProject(
  {
    layer: "entities",
    label: "Entities",
    row: "One row for each entity of the project: people, organisations, outlets. Those that were merged name the one they are part of.",
    count: (counts) => counts.entities + counts.mergedEntities,
  },
  [
    { name: "entity_id", type: "id", means: "The entity.", of: (entity: EntityRecord) => entity.id },
    ...within(entityColumns, (entity: EntityRecord) => entity),
    ...registryColumns,
    { name: "created_at", type: "time", means: "When it was added.", of: (entity) => entity.createdAt },
  ],
  ({ header }) => header.entities,
);
