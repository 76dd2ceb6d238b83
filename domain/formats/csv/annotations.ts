import {
  type AnnotationRow,
  aboutClaim,
  aboutPlace,
  aboutSource,
  annotationId,
  annotationsIn,
  lastColumns,
  tagOf,
  timeColumns,
} from "@/domain/formats/csv/annotation-columns";
import { type Column, type CsvTable, tableOfReports, within } from "@/domain/formats/csv/column";
import { spanColumns } from "@/domain/formats/csv/common";

/** What the columns beside do not say: a project's own labels may carry anything. */
const otherAttributes: Column<AnnotationRow> = {
  name: "other_attributes",
  type: "JSON",
  means: "Attributes of the project's own labels, as JSON.",
  of: (row) => {
    const { kind, attributes } = tagOf(row);
    const { note: _note, noteProse: _formatted, ...others } = attributes;
    const core = kind === "claim" || kind === "place" || kind === "source";
    return core || Object.keys(others).length === 0 ? undefined : JSON.stringify(others);
  },
};

/** Every annotation of every kind. */
export const annotations: CsvTable = tableOfReports(
  {
    layer: "annotations",
    label: "All annotations",
    row: "One row for each tag on words, of every kind.",
    count: (counts) => counts.annotations,
    needs: { annotations: "all" },
  },
  [
    annotationId,
    {
      name: "kind",
      type: "text",
      means: "claim, place, source, or label:… of the project.",
      of: (row) => tagOf(row).kind,
    },
    ...within(spanColumns, tagOf),
    ...timeColumns,
    ...aboutClaim,
    ...aboutPlace,
    ...aboutSource,
    otherAttributes,
    {
      name: "derived_from",
      type: "ids",
      means: "In a final layer: the analysts' tags it was made from.",
      of: (row) => tagOf(row).derivedFrom?.join(";"),
    },
    ...lastColumns,
  ],
  (bundle) => annotationsIn(bundle),
);
