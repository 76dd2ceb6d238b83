import { aboutPlace, annotationsIn, firstColumns, lastColumns } from "@/domain/formats/csv/annotation-columns";
import { type CsvTable, tableOfReports } from "@/domain/formats/csv/column";

/** One row a place mention, with what it was resolved to. */
export const places: CsvTable = tableOfReports(
  {
    layer: "places",
    label: "Places",
    row: "One row for each mention of a place.",
    count: (counts) => counts.places,
    needs: { annotations: { kinds: ["place"] } },
  },
  [...firstColumns, ...aboutPlace, ...lastColumns],
  (bundle) => annotationsIn(bundle, "place"),
);
