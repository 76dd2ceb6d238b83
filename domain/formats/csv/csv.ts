import { annotations } from "@/domain/formats/csv/annotations";
import { byteOrderMark, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";
import { claims } from "@/domain/formats/csv/claims";
import type { CsvTable } from "@/domain/formats/csv/column";
import { comments } from "@/domain/formats/csv/comments";
import { dictionaryOf } from "@/domain/formats/csv/dictionary";
import { entities } from "@/domain/formats/csv/entities";
import { links } from "@/domain/formats/csv/links";
import { places } from "@/domain/formats/csv/places";
import { reports } from "@/domain/formats/csv/reports";
import { sources } from "@/domain/formats/csv/sources";
import type { ExportFile, Format } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";

const tables: readonly CsvTable[] = [reports, claims, places, sources, links, entities, annotations, comments];

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
      for await (const some of rows(dataset)) {
        let chunk = "";
        for (const cells of some) chunk += csvRow(names, cells, raw);
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
      raw,
    ),
  losses(counts, filters, { raw, comments: asked }) {
    const all: readonly Loss[] = [
      { what: "report-texts", count: counts.reports, how: "dropped" },
      { what: "earlier-versions", count: counts.versions - counts.annotations - counts.relations, how: "dropped" },
      {
        what: "earlier-verdicts",
        count: Math.max(0, counts.verdicts - counts.annotations - counts.relations),
        how: "dropped",
      },
      { what: "earlier-grades", count: counts.grades, how: "trimmed" },
      { what: "merged-entities", count: counts.mergedEntities, how: "merged" },
      { what: "discontinuous-spans", count: counts.discontinuous, how: "merged" },
      {
        what: "background-claims",
        count: filters.standing === "asserted" ? counts.backgroundClaims : 0,
        how: "dropped",
      },
      { what: "relations-without-both-ends", count: counts.relationsLeftBehind, how: "dropped" },
      { what: "comments-not-asked-for", count: asked ? 0 : counts.comments, how: "dropped" },
      { what: "executable-cells", count: raw ? 0 : null, how: "altered" },
    ];
    return all.filter(({ count }) => count === null || count > 0);
  },
};
