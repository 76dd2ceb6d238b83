import { byteOrderMark, csvLine, rowWriter, safeColumn } from "@/domain/formats/csv/cells";
import type { CsvTable } from "@/domain/formats/csv/column";
import { dictionaryOf } from "@/domain/formats/csv/dictionary";
import type { ExportFile, Format } from "@/domain/formats/format";
import { lossesOfTables, tables } from "@/domain/formats/tables";

function fileOf({ layer, label, columns, count, rows, onlyWhenAsked }: CsvTable): ExportFile {
  const names = columns.map(({ name }) => name);
  return {
    layer,
    name: `${layer}.csv`,
    label,
    rows: count,
    ...(onlyWhenAsked ? { onlyWhenAsked } : {}),
    async *write(dataset, { raw, byteOrderMark: marked }) {
      yield (marked ? byteOrderMark : "") + csvLine(raw ? names : [...names, safeColumn]);
      const rowOf = rowWriter(names, raw);
      for await (const some of rows(dataset)) {
        let chunk = "";
        for (const cells of some) chunk += rowOf(cells);
        if (chunk !== "") yield chunk;
      }
    },
  };
}

/** One table a layer of information (RFC 4180, UTF-8), safe to open in a spreadsheet unless raw is asked for. */
export const csv: Format = {
  id: "csv",
  name: "Spreadsheets (CSV)",
  label: "Spreadsheet (CSV)",
  means: "One table per type of information, for spreadsheets and statistics software.",
  lets: ["standing", "byteOrderMark", "raw"],
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  offsetUnit: "code point",
  readBy: "spreadsheet",
  files: tables.map(fileOf),
  usually: { byteOrderMark: true, comments: false },
  /** What links were called before. */
  formerLayers: { relations: "links" },
  readme: (header, files, { raw }) =>
    dictionaryOf(
      header,
      tables.filter(({ layer }) => files.some((file) => file.layer === layer)),
      { raw, extension: "csv" },
    ),
  losses: (counts, filters, options) => [
    ...lossesOfTables(counts, filters, options),
    ...(options.raw ? [] : [{ what: "executable-cells", count: null, how: "altered" } as const]),
  ],
};
