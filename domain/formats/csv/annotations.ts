import {
  placeCells,
  placeColumns,
  reportCells,
  reportColumns,
  workCells,
  workColumns,
} from "@/domain/formats/csv/common";
import type { CsvLayer } from "@/domain/formats/csv/layer";

/** Every annotation of every kind, its attributes as JSON. */
export const annotations: CsvLayer = {
  layer: "annotations",
  columns: ["annotation_id", "kind", ...placeColumns, "attributes", "derived_from", ...workColumns, ...reportColumns],
  count: (counts) => counts.annotations,
  *rows(bundle, lookup) {
    for (const record of bundle.annotations) {
      const { tag } = record;
      yield [
        tag.id,
        tag.kind,
        ...placeCells(tag),
        JSON.stringify(tag.attributes),
        tag.derivedFrom?.join(";"),
        ...workCells(record, lookup),
        ...reportCells(bundle),
      ];
    }
  },
};
