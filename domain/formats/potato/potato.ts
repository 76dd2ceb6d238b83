import type { ExportFile, Format } from "@/domain/formats/format";
import { annotationLines, dataLine } from "@/domain/formats/potato/lines";
import { potatoReader } from "@/domain/formats/potato/read";
import { documentsIn } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

const annotations: ExportFile = {
  layer: "annotations",
  name: "annotations.jsonl",
  label: "Annotations",
  rows: (counts) => counts.reports,
  async *write(dataset, { ledger }) {
    for await (const document of documentsIn(dataset, { comments: false })) yield* annotationLines(document, ledger);
  },
};

const data: ExportFile = {
  layer: "data",
  name: "data.jsonl",
  label: "Data (texts)",
  rows: (counts) => counts.reports,
  async *write(dataset, { ledger }) {
    for await (const document of documentsIn(dataset, { comments: false })) yield dataLine(document, ledger);
  },
};

/** What Potato 2.12.1 reads as data and exports as JSON Lines; offsets as its page counts them (`docs/FORMATS.md`). */
export const potato: Format = {
  id: "potato",
  name: "Potato (JSON Lines)",
  label: "Potato",
  means: "Texts as Potato’s page lays them out, with spans and links counted in them.",
  lets: [],
  extension: "jsonl",
  mediaType: "application/x-ndjson; charset=utf-8",
  offsetUnit: "code point",
  readBy: "tool",
  files: [annotations, data, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  losses: leftBehind,
  whileWriting: [
    { what: "attributes", how: "dropped" },
    { what: "named-entities", how: "dropped" },
    { what: "separate-parts", how: "split" },
    { what: "links-to-no-tag", how: "dropped" },
    { what: "links-to-other-reports", how: "dropped" },
    { what: "link-words", how: "dropped" },
    { what: "blank-runs", how: "altered" },
    { what: "blank-spans", how: "dropped" },
  ],
  reader: potatoReader,
};
