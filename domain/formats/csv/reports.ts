import { type CsvTable, tableOfReports } from "@/domain/formats/csv/column";
import { reportColumns } from "@/domain/formats/csv/common";

/** One row a report, with where it comes from. Its text is not carried. */
export const reports: CsvTable = tableOfReports(
  {
    layer: "reports",
    label: "Reports",
    row: "One row for each report.",
    count: (counts) => counts.reports,
    needs: { counts: true },
  },
  [
    ...reportColumns,
    { name: "author", type: "text", means: "Who wrote it.", of: ({ report }) => report.author },
    { name: "url", type: "text", means: "Where it was found.", of: ({ report }) => report.url },
    { name: "retrieved", type: "date", means: "When it was fetched.", of: ({ report }) => report.retrieved },
    { name: "language", type: "text", means: "BCP 47, such as en or ar-SY.", of: ({ report }) => report.language },
    { name: "direction", type: "text", means: "ltr or rtl.", of: ({ report }) => report.direction },
    { name: "state", type: "text", means: "How far the work on it has come.", of: ({ report }) => report.state },
    { name: "triage", type: "text", means: "relevant, irrelevant, duplicate of …", of: ({ report }) => report.triage },
    {
      name: "duplicate_of_report_id",
      type: "id",
      means: "The report it duplicates.",
      of: ({ report }) => report.duplicateOf,
    },
    {
      name: "report_fields",
      type: "JSON",
      means: "What the desk notes of it, by the report fields of the codebook, as JSON.",
      of: ({ report }) => report.fields && JSON.stringify(report.fields),
    },
    { name: "words", type: "integer", means: "Words of its text.", of: ({ report }) => report.words },
    {
      name: "code_points",
      type: "integer",
      means: "Length of its text in code points.",
      of: ({ report }) => report.codePoints,
    },
    { name: "revision", type: "integer", means: "The revision of the text.", of: ({ report }) => report.revision },
    {
      name: "annotations",
      type: "integer",
      means: "Rows it has in annotations.csv.",
      of: ({ leaving }) => leaving.annotations,
    },
    { name: "links", type: "integer", means: "Rows it has in links.csv.", of: ({ leaving }) => leaving.relations },
    {
      name: "original_sha256",
      type: "text",
      means: "SHA-256 of the file as it came.",
      of: ({ report }) => report.original.sha256,
    },
    {
      name: "original_encoding",
      type: "text",
      means: "How that file was read.",
      of: ({ report }) => report.original.encoding,
    },
    {
      name: "original_file_name",
      type: "text",
      means: "What it was called.",
      of: ({ report }) => report.original.fileName,
    },
    { name: "imported_at", type: "time", means: "When it was imported.", of: ({ report }) => report.createdAt },
  ],
  (bundle) => [bundle],
);
