import { doccanoUnits, relationsLine, spansLine } from "@/domain/formats/doccano/lines";
import { doccanoReader } from "@/domain/formats/doccano/read";
import type { ExportFile, Format } from "@/domain/formats/format";
import { labelsIn } from "@/domain/formats/labels";
import { codebookIn, contextOf } from "@/domain/formats/shared/context";
import { documentsIn } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

const [usual] = doccanoUnits;

const spans: ExportFile = {
  layer: "spans",
  name: "spans.jsonl",
  label: "Spans (sequence labelling)",
  rows: (counts) => counts.reports,
  async *write(dataset, options) {
    const writing = { ...contextOf(dataset, options), unit: options.unit ?? usual };
    for await (const document of documentsIn(dataset, options)) yield spansLine(document, writing);
  },
};

const relations: ExportFile = {
  layer: "relations",
  name: "spans-and-links.jsonl",
  label: "Spans and links (relation extraction)",
  rows: (counts) => counts.reports,
  async *write(dataset, options) {
    let given = 0;
    const next = () => {
      given += 1;
      return given;
    };
    const writing = { ...contextOf(dataset, options), unit: options.unit ?? usual, next };
    for await (const document of documentsIn(dataset, options)) yield relationsLine(document, writing);
  },
};

const labels: ExportFile = {
  layer: "labels",
  name: "labels.json",
  label: "Labels to import first",
  rows: () => 1,
  async *write({ header }) {
    const all = labelsIn(codebookIn(header)).map(({ name, colour }) => ({
      text: name,
      background_color: colour,
      text_color: "#ffffff",
    }));
    yield `${JSON.stringify(all, null, 2)}\n`;
  },
};

const readme = (unit: string) => `# For doccano

Offsets count in ${unit === "grapheme cluster" ? "grapheme clusters: set *Count grapheme clusters as one character*" : "UTF-16 units: leave *Count grapheme clusters as one character* unset"} when you make the project. doccano does
not check it and would draw beside the words.

- \`spans.jsonl\` is for a project of *Sequence Labeling*. Set *Allow overlapping entities*, or doccano drops every second one of two
  that overlap without saying so.
- \`spans-and-links.jsonl\` is for a project of *Sequence Labeling* with *Use relation labeling*; import it as JSONL with the columns
  \`text\`, \`entities\` and \`relations\`.
- \`labels.json\` has the labels of spans with their colours; doccano makes the labels of relations itself.

A tag in several parts is one span for each part. In \`spans-and-links.jsonl\` the relation \`continues\` leads from each part to the next.
\`tag_ids\` has the id of the tag for each span, in their order.
`;

/** The shapes that doccano 1.8.4 was seen to import (`docs/FORMATS.md`). */
export const doccano: Format = {
  id: "doccano",
  name: "doccano (JSON Lines)",
  label: "doccano",
  means: "Spans, or spans with links between them, and the labels to import first.",
  lets: [],
  extension: "jsonl",
  mediaType: "application/x-ndjson; charset=utf-8",
  offsetUnit: usual,
  units: doccanoUnits,
  readBy: "tool",
  files: [relations, spans, labels, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  readme: (_header, _files, { unit }) => readme(unit ?? usual),
  losses: leftBehind,
  whileWriting: [
    { what: "attributes", how: "dropped" },
    { what: "named-entities", how: "dropped" },
    { what: "links", how: "dropped" },
    { what: "links-to-no-tag", how: "dropped" },
    { what: "links-to-other-reports", how: "dropped" },
    { what: "link-words", how: "dropped" },
    { what: "separate-parts", how: "split" },
    { what: "parts-of-letters", how: "altered" },
  ],
  reader: doccanoReader,
};
