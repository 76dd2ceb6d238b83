import { aboutSource, annotationsIn, firstColumns, lastColumns } from "@/domain/formats/csv/annotation-columns";
import { type CsvTable, tableOfReports } from "@/domain/formats/csv/column";

/** One row a source mention, with the speaker it names and how that speaker is graded. */
export const sources: CsvTable = tableOfReports(
  {
    layer: "sources",
    label: "Sources",
    row: "One row for each mention of a source.",
    count: (counts) => counts.sources,
    needs: { annotations: { kinds: ["source"] } },
  },
  [...firstColumns, ...aboutSource, ...lastColumns],
  (bundle) => annotationsIn(bundle, "source"),
);
