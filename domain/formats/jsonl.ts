import type { Dataset, Parts, ReportBundle } from "@/domain/formats/dataset";
import type { ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";
import {
  type Leaning,
  leanAnnotation,
  leanEntity,
  leanManifest,
  leanRelation,
  leanReport,
  leanThread,
} from "@/domain/formats/native/lean";
import { numbered } from "@/domain/formats/native/people";
import { nativeReader } from "@/domain/formats/native/reader";
import { wordsOf } from "@/domain/formats/native/text";
import { usualIn } from "@/domain/formats/native/usual";

const line = (record: object) => `${JSON.stringify(record)}\n`;

/** UTF-16 units that are written at once. */
const atOnce = 64 * 1024;

function* bundleRecords({ report, annotations, relations, threads }: ReportBundle, leaning: Leaning) {
  const words = wordsOf(report.revisionId, report.text, report.extraction.ranges);
  yield leanReport(report, leaning);
  for (const each of annotations) yield leanAnnotation(each, leaning, words);
  for (const each of relations) yield leanRelation(each, leaning, words);
  for (const each of threads) yield leanThread(each, leaning, words);
}

/**
 * The native format: one JSON object a line, `record` says which. Order: manifest, codebook, entities, then report by
 * report its text, annotations, relations and threads; a person comes before the first line that names their number.
 * `end` carries the counts, the number of lines before it and the SHA-256 of exactly those bytes, so that a cut
 * download is noticed.
 */
async function* write(dataset: Dataset, { hash, comments }: WriteOptions): AsyncIterable<string> {
  const { header } = dataset;
  const digest = hash();
  const leaning = { usual: usualIn(header), numbers: numbered(header.people) };
  let lines = 0;
  let waiting = "";
  const add = (record: object) => {
    for (const person of leaning.numbers.fresh()) add({ record: "person", ...person });
    lines += 1;
    waiting += line(record);
  };
  const taken = () => {
    const text = waiting;
    waiting = "";
    digest.update(text);
    return text;
  };
  add(leanManifest(header));
  yield taken();
  add({ record: "codebook", ...header.codebook });
  for (const entity of header.entities) add(leanEntity(entity, leaning));
  const tags: Parts = { text: true, annotations: "all", relations: true };
  for await (const bundle of dataset.reports(comments ? { ...tags, threads: true } : tags)) {
    for (const record of bundleRecords(bundle, leaning)) {
      add(record);
      if (waiting.length > atOnce) yield taken();
    }
  }
  yield taken();
  yield line({ record: "end", lines, sha256: digest.hex(), counts: await dataset.counts() });
}

const file: ExportFile = {
  layer: "all",
  name: "dataset.jsonl",
  label: "Dataset",
  rows: (counts) =>
    counts.reports + counts.annotations + counts.relations + counts.threads + counts.entities + counts.mergedEntities,
  write,
};

export const jsonl: Format = {
  id: "jsonl",
  name: "Glossator (JSON Lines)",
  label: "JSON Lines (lossless)",
  means: "Everything: versions, authors, times, states, decisions, threads, entities, grades and hashes.",
  lets: [],
  extension: "jsonl",
  mediaType: "application/x-ndjson; charset=utf-8",
  offsetUnit: "code point",
  readBy: "archive",
  files: [file],
  usually: { byteOrderMark: false, comments: true },
  reader: nativeReader,
  losses(counts, _filters, { comments }) {
    const all: readonly Loss[] = [
      { what: "relations-without-both-ends", count: counts.relationsLeftBehind, how: "dropped" },
      { what: "comments-not-asked-for", count: comments ? 0 : counts.comments, how: "dropped" },
    ];
    return all.filter(({ count }) => count !== 0);
  },
};
