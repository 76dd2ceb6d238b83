import type { DatasetHeader } from "@/domain/formats/dataset";
import { type Feature, features, tagsIn } from "@/domain/formats/hugging-face/rows";
import { codebookIn } from "@/domain/formats/shared/context";

/** YAML takes any text that is JSON. */
const quoted = (text: string) => JSON.stringify(text);
const dtype = { text: "string", whole: "int64" } as const;

const featureLines = (header: DatasetHeader): string[] =>
  features.flatMap((feature) => [`  - name: ${feature.name}`, ...typeLines(feature, header)]);

function typeLines(feature: Feature, header: DatasetHeader): string[] {
  switch (feature.is) {
    case "text":
      return ["    dtype: string"];
    case "texts":
      return ["    list: string"];
    case "tags": {
      const names = tagsIn(codebookIn(header)).map((tag, nth) => `          '${nth}': ${quoted(tag)}`);
      return ["    list:", "      class_label:", "        names:", ...names];
    }
    case "things": {
      const fields = feature.fields.flatMap(({ name, is }) => [`    - name: ${name}`, `      dtype: ${dtype[is]}`]);
      return ["    list:", ...fields];
    }
  }
}

/** The card of the dataset (README.md): what `datasets` reads, in YAML, and what people read. */
export function cardOf(header: DatasetHeader): string {
  const { project, exportedAt, generator, filters, codebook, guidelines } = header;
  const languages = [...new Set(project.languages.map((tag) => tag.split("-")[0] ?? tag))];
  return [
    "---",
    ...(languages.length > 0 ? ["language:", ...languages.map((tag) => `- ${quoted(tag)}`)] : []),
    `pretty_name: ${quoted(project.name)}`,
    "task_categories:",
    "- token-classification",
    "dataset_info:",
    "  features:",
    ...featureLines(header),
    "---",
    "",
    `# ${project.name}`,
    "",
    `Exported on ${exportedAt} by ${generator}. Tags: ${filters.states.join(", ")}; ${filters.kinds?.join(", ") ?? "every kind"}. Codebook version ${codebook.version}.`,
    "",
    "- A row is a report. `start` and `end` are Unicode code points of `text`, from 0, end exclusive, as Python counts.",
    "- `spans` has every part of every tag; parts of one tag share its `id`. `attributes` are JSON.",
    "- `ner_tags` are IOB2 over `tokens`. Where tags overlap, the inner ones stand there. Tokens are cut where tags begin and end.",
    "- `links` lead from a tag to a tag (`to`), to an entity (`to_entity`) or, where both are null, to the article itself.",
    "- Which split a report belongs to depends on its id alone; duplicates go with their original.",
    "- `review.jsonl` has verdicts, reasons and history by the ids of tags; `manifest.json` the counts and what was left out.",
    "",
    "## Guidelines",
    "",
    guidelines.replace(/^#/gm, "###"),
    "",
  ].join("\n");
}
