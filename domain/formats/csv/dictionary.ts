import { safeColumn } from "@/domain/formats/csv/cells";
import type { CsvTable } from "@/domain/formats/csv/column";
import type { DatasetHeader } from "@/domain/formats/dataset";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";

const cell = (text: string) => text.replaceAll("|", "\\|");

const madeSafe = `| \`${safeColumn}\` | text | Columns of this row where an apostrophe was added so that a spreadsheet does not run the text as a formula; blank: none. |`;

/** `raw`: no cell was changed. */
type Written = { raw: boolean; extension: "csv" | "parquet" };

const tableText = ({ layer, row, columns }: CsvTable, { raw, extension }: Written) =>
  [
    `## ${layer}.${extension}`,
    "",
    row,
    "",
    "| column | type | meaning |",
    "| --- | --- | --- |",
    ...columns.map(({ name, type, means }) => `| \`${name}\` | ${type} | ${cell(means)} |`),
    ...(raw ? [] : [madeSafe]),
    "",
  ].join("\n");

/** The page that goes with the tables: what this is, and what stands in every column (Markdown). */
export function dictionaryOf(header: DatasetHeader, tables: readonly CsvTable[], written: Written): string {
  const { project, filters, exportedAt, generator } = header;
  const kinds = filters.kinds === null ? "every kind" : filters.kinds.join(", ");
  return [
    `# ${project.name}`,
    "",
    `Exported on ${exportedAt} by ${generator}. Tags: ${filters.states.join(", ")}; ${kinds}.`,
    filters.standing === "asserted"
      ? `Background claims are left out of \`claims.${written.extension}\`; \`annotations.${written.extension}\` has them.`
      : "",
    "`manifest.json` has the counts, what was left out, and the SHA-256 of every file.",
    "",
    ...(written.extension === "csv" ? ["- Tables are RFC 4180: commas, double quotes, CRLF, UTF-8."] : []),
    "- Offsets are Unicode code points of the report's text, from 0, end exclusive.",
    "- Times are ISO 8601 in UTC. Several values in a cell are separated by semicolons.",
    "- A blank cell means that the value is not given: blank is not zero and not false.",
    `- ${gazetteerAttribution} It holds for places whose \`located_id\` begins with \`geonames:\` or \`area:\`.`,
    "- Join tables by id: a column has the same name wherever it holds the same id.",
    "",
    ...tables.map((table) => tableText(table, written)),
  ]
    .filter((line, at, lines) => line !== "" || lines[at - 1] !== "")
    .join("\n");
}
