import { bratReader } from "@/domain/formats/brat/read";
import { bratEntries } from "@/domain/formats/brat/write";
import type { ExportFile, Format } from "@/domain/formats/format";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

const file: ExportFile = {
  layer: "brat",
  name: "annotation.conf",
  label: "Texts and standoff files",
  rows: ({ annotations, relations }) => annotations + relations,
  entries: bratEntries,
};

/** brat's standoff format (brat.nlplab.org/standoff.html): NAME.txt, NAME.ann and one annotation.conf. */
export const brat: Format = {
  id: "brat",
  name: "brat standoff",
  label: "brat standoff",
  means: "A text and a standoff file for each report: tags in several parts, links, attributes and notes.",
  lets: [],
  extension: "zip",
  mediaType: "application/zip",
  offsetUnit: "code point",
  readBy: "tool",
  files: [file, reviewFile],
  usually: { byteOrderMark: false, comments: true },
  losses: leftBehind,
  whileWriting: [
    { what: "spans-over-lines", how: "split" },
    { what: "blank-borders", how: "trimmed" },
    { what: "blank-spans", how: "dropped" },
  ],
  reader: bratReader,
};
