import { type Cell, csvLine, csvRow } from "@/domain/formats/csv/cells";
import type { Dataset, ExportCounts, Lookup, ReportBundle } from "@/domain/formats/dataset";
import type { ExportFile } from "@/domain/formats/format";

/** One table of the CSV export: its columns in order, and its rows for one report. */
export type CsvLayer = {
  layer: string;
  columns: readonly string[];
  rows(bundle: ReportBundle, lookup: Lookup, dataset: Dataset): Iterable<readonly Cell[]>;
  count(counts: ExportCounts): number;
};

/** The marked column stands last and only in the spreadsheet-safe form. */
export const alteredColumn = "cells_made_safe";

export function csvFile({ layer, columns, rows, count }: CsvLayer): ExportFile {
  return {
    layer,
    name: `${layer}.csv`,
    rows: count,
    async *write(dataset, { raw }) {
      yield csvLine(raw ? columns : [...columns, alteredColumn]);
      const entity = new Map(dataset.header.entities.map((each) => [each.id, each]));
      const person = new Map(dataset.header.people.map((each) => [each.id, each.name]));
      for await (const bundle of dataset.reports()) {
        const annotation = new Map(bundle.annotations.map(({ tag }) => [tag.id, tag]));
        let chunk = "";
        for (const cells of rows(bundle, { annotation, entity, person }, dataset)) chunk += csvRow(columns, cells, raw);
        if (chunk !== "") yield chunk;
      }
    },
  };
}
