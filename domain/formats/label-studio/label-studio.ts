import type { ExportFile, Format } from "@/domain/formats/format";
import { configurationOf } from "@/domain/formats/label-studio/controls";
import { labelStudioReader } from "@/domain/formats/label-studio/read";
import { taskWriter } from "@/domain/formats/label-studio/task";
import { codebookIn, contextOf } from "@/domain/formats/shared/context";
import { documentsIn } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

const tasks: ExportFile = {
  layer: "tasks",
  name: "tasks.json",
  label: "Tasks with their regions",
  rows: (counts) => counts.reports,
  async *write(dataset, options) {
    const write = taskWriter(contextOf(dataset, options));
    let before = "[\n";
    for await (const document of documentsIn(dataset, options)) {
      yield before + JSON.stringify(write(document));
      before = ",\n";
    }
    yield before === "[\n" ? "[]\n" : "\n]\n";
  },
};

const configuration: ExportFile = {
  layer: "configuration",
  name: "labelling-configuration.xml",
  label: "Labelling configuration",
  rows: () => 1,
  async *write({ header }) {
    yield configurationOf(codebookIn(header));
  },
};

const readme = `# For Label Studio

1. Make a project. Under *Settings → Labeling Interface → Code*, paste \`labelling-configuration.xml\` and save.
2. Import \`tasks.json\`. Offsets are code points, as Label Studio counts them.

What a tag says stands in controls of its region: one for each attribute that is a word, a number or a text, and
\`details\` (JSON) for everything else, such as coordinates and the entity. A tag in several parts is one region for each part,
joined by the relation \`${"continues"}\`. Who made and checked a tag stands in the region’s \`meta\`.
`;

/** labelstud.io/guide/export; offsets as seen with 1.23.2 (`docs/FORMATS.md`). */
export const labelStudio: Format = {
  id: "label-studio",
  name: "Label Studio (JSON)",
  label: "Label Studio",
  means: "Tasks with regions and relations, and the labelling configuration that goes with them.",
  lets: [],
  extension: "json",
  mediaType: "application/json",
  offsetUnit: "code point",
  readBy: "tool",
  files: [tasks, configuration, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  readme: () => readme,
  losses: leftBehind,
  whileWriting: [{ what: "separate-parts", how: "split" }],
  reader: labelStudioReader,
};
