import {
  placeCells,
  placeColumns,
  reportCells,
  reportColumns,
  workCells,
  workColumns,
} from "@/domain/formats/csv/common";
import type { CsvLayer } from "@/domain/formats/csv/layer";
import { SourceAttributes } from "@/domain/tag/source";

/** One row a source mention, with the speaker it names and how that speaker is graded. */
export const sources: CsvLayer = {
  layer: "sources",
  columns: [
    "annotation_id",
    ...placeColumns,
    "entity_id",
    "entity",
    "entity_kind",
    "anonymity",
    "side",
    "scale",
    "outlet_entity",
    "reliability",
    "reliability_reason",
    "reliability_at",
    "note",
    ...workColumns,
    ...reportColumns,
  ],
  count: (counts) => counts.sources,
  *rows(bundle, lookup) {
    for (const record of bundle.annotations) {
      const { tag } = record;
      if (tag.kind !== "source") continue;
      const said = SourceAttributes.safeParse(tag.attributes).data;
      const entity = said?.entityId && lookup.entity.get(said.entityId);
      const grade = entity ? entity.grades.at(-1) : undefined;
      yield [
        tag.id,
        ...placeCells(tag),
        said?.entityId,
        entity?.name,
        entity?.kind,
        entity?.anonymity,
        entity?.side,
        entity?.scale,
        entity?.outletId && lookup.entity.get(entity.outletId)?.name,
        grade?.reliability,
        grade?.reason,
        grade?.at,
        said?.note,
        ...workCells(record, lookup),
        ...reportCells(bundle),
      ];
    }
  },
};
