import type { ExportFile, Format } from "@/domain/formats/format";
import { taskLine } from "@/domain/formats/prodigy/lines";
import { prodigyReader } from "@/domain/formats/prodigy/read";
import { contextOf } from "@/domain/formats/shared/context";
import { documentsIn } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

const tasks: ExportFile = {
  layer: "tasks",
  name: "tasks.jsonl",
  label: "Tasks",
  rows: (counts) => counts.reports,
  async *write(dataset, options) {
    const context = contextOf(dataset, options);
    for await (const document of documentsIn(dataset, { comments: false })) yield taskLine(document, context);
  },
};

/** prodi.gy/docs/api-interfaces#spans_manual and #relations. */
export const prodigy: Format = {
  id: "prodigy",
  name: "Prodigy (JSON Lines)",
  label: "Prodigy",
  means: "Tasks with tokens, spans and relations, for spans.manual, rel.manual and training.",
  lets: [],
  extension: "jsonl",
  mediaType: "application/x-ndjson; charset=utf-8",
  offsetUnit: "code point",
  readBy: "tool",
  files: [tasks, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  losses: leftBehind,
  whileWriting: [
    { what: "separate-parts", how: "split" },
    { what: "blank-borders", how: "trimmed" },
    { what: "blank-spans", how: "dropped" },
    { what: "links-to-no-tag", how: "dropped" },
    { what: "links-to-other-reports", how: "dropped" },
  ],
  reader: prodigyReader,
};
