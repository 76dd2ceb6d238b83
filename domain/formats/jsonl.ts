import type { Dataset, ReportBundle } from "@/domain/formats/dataset";
import type { ExportFile, Format, Loss, WriteOptions } from "@/domain/formats/format";

const line = (record: Record<string, unknown>) => `${JSON.stringify(record)}\n`;

function* bundleLines({ report, annotations, relations, threads }: ReportBundle, comments: boolean) {
  yield line({ record: "report", ...report });
  for (const { tag, versions, verdicts } of annotations)
    yield line({ record: "annotation", ...tag, versions, verdicts });
  for (const { tag, versions, verdicts } of relations) yield line({ record: "relation", ...tag, versions, verdicts });
  for (const thread of comments ? threads : []) yield line({ record: "thread", ...thread });
}

/**
 * The native format: one JSON object a line, `record` says which. Order: manifest, codebook, people, entities,
 * then report by report its text, annotations, relations and threads; `end` carries the number of lines before
 * it and the SHA-256 of exactly those bytes, so that a cut download is noticed.
 */
async function* write(dataset: Dataset, { hash, comments }: WriteOptions): AsyncIterable<string> {
  const digest = hash();
  let lines = 0;
  const counted = (text: string) => {
    digest.update(text);
    lines += 1;
    return text;
  };
  const { codebook, people, entities, ...manifest } = dataset.header;
  yield counted(line({ record: "manifest", format: "glossator-jsonl", offsetUnit: "code point", ...manifest }));
  yield counted(line({ record: "codebook", ...codebook }));
  for (const person of people) yield counted(line({ record: "person", ...person }));
  for (const entity of entities) yield counted(line({ record: "entity", ...entity }));
  for await (const bundle of dataset.reports()) for (const each of bundleLines(bundle, comments)) yield counted(each);
  yield line({ record: "end", lines, sha256: digest.hex() });
}

const file: ExportFile = {
  layer: "all",
  name: "dataset.jsonl",
  rows: (counts) =>
    counts.reports + counts.annotations + counts.relations + counts.threads + counts.entities + counts.mergedEntities,
  write,
};

export const jsonl: Format = {
  id: "jsonl",
  name: "Glossator (JSON Lines)",
  extension: "jsonl",
  mediaType: "application/x-ndjson; charset=utf-8",
  offsetUnit: "code point",
  files: [file],
  usually: { byteOrderMark: false, comments: true },
  losses(counts, _filters, { comments }) {
    const all: readonly Loss[] = [
      { what: "relations-without-both-ends", count: counts.relationsLeftBehind, how: "dropped" },
      { what: "comments-not-asked-for", count: comments ? 0 : counts.comments, how: "dropped" },
    ];
    return all.filter(({ count }) => count !== 0);
  },
};
