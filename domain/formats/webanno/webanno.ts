import type { ExportFile, Format } from "@/domain/formats/format";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import { webannoReader } from "@/domain/formats/webanno/read";
import { webannoEntries } from "@/domain/formats/webanno/write";

const file: ExportFile = {
  layer: "webanno",
  name: "tsv",
  label: "WebAnno TSV files",
  rows: ({ annotations, relations }) => annotations + relations,
  entries: webannoEntries,
};

/** WebAnno TSV 3.3 (INCEpTION user guide, appendix): a table of tokens for each report. */
export const webanno: Format = {
  id: "webanno-tsv",
  name: "WebAnno TSV 3.3",
  label: "WebAnno TSV 3.3",
  means: "A table of tokens for each report, for INCEpTION and WebAnno.",
  lets: [],
  extension: "zip",
  mediaType: "application/zip",
  offsetUnit: "UTF-16 code unit",
  readBy: "tool",
  files: [file, reviewFile],
  usually: { byteOrderMark: false, comments: true },
  losses: leftBehind,
  whileWriting: [
    { what: "separate-parts", how: "split" },
    { what: "links-to-no-tag", how: "dropped" },
    { what: "link-words", how: "dropped" },
    { what: "blank-borders", how: "trimmed" },
    { what: "blank-spans", how: "dropped" },
    { what: "blank-text", how: "altered" },
  ],
  reader: webannoReader,
};
