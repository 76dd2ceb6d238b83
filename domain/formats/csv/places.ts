import {
  placeCells,
  placeColumns,
  reportCells,
  reportColumns,
  workCells,
  workColumns,
} from "@/domain/formats/csv/common";
import type { CsvLayer } from "@/domain/formats/csv/layer";
import { PlaceAttributes } from "@/domain/tag/place";

/** One row a place mention, with what it was resolved to. Coordinates in degrees, WGS 84. */
export const places: CsvLayer = {
  layer: "places",
  columns: [
    "annotation_id",
    ...placeColumns,
    "resolution",
    "feature_type",
    "located_id",
    "located_name",
    "latitude",
    "longitude",
    "candidates",
    "part_of_name",
    "metonym",
    "nodes",
    "direction",
    "note",
    ...workColumns,
    ...reportColumns,
  ],
  count: (counts) => counts.places,
  *rows(bundle, lookup) {
    for (const record of bundle.annotations) {
      const { tag } = record;
      if (tag.kind !== "place") continue;
      const said = PlaceAttributes.safeParse(tag.attributes).data ?? {};
      yield [
        tag.id,
        ...placeCells(tag),
        said.resolution,
        said.featureType,
        said.located?.id,
        said.located?.name,
        said.located?.latitude,
        said.located?.longitude,
        said.candidates?.map(({ name }) => name).join("; "),
        said.partOfName,
        said.metonym,
        said.nodes?.join("; "),
        said.direction,
        said.note,
        ...workCells(record, lookup),
        ...reportCells(bundle),
      ];
    }
  },
};
