import type { Dataset, Parts, ReportBundle, UnreadBundle } from "@/domain/formats/dataset";
import type { ExportFile, Format, Piece, WriteOptions } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";
import { handingOn } from "@/domain/formats/native/hand-on";
import {
  type Leaning,
  leanEntity,
  leanManifest,
  leanRecord,
  leanReport,
  leanThread,
} from "@/domain/formats/native/lean";
import { numbered } from "@/domain/formats/native/people";
import { nativeReader } from "@/domain/formats/native/reader";
import { wordsOf } from "@/domain/formats/native/text";
import { usualIn } from "@/domain/formats/native/usual";

const line = (record: object) => `${JSON.stringify(record)}\n`;

/** UTF-16 units that are written at once. */
const atOnce = 128 * 1024;

/** The lines of a report. Its tags are handed on as they are where they were not read and can be. */
function* linesOf(
  bundle: ReportBundle | UnreadBundle,
  leaning: Leaning,
  handOn: ReturnType<typeof handingOn>,
): Generator<string> {
  const { report, threads } = bundle;
  const words = wordsOf(report.revisionId, report.text, report.extraction.ranges);
  yield line(leanReport(report, leaning));
  if ("tags" in bundle)
    for (const tag of bundle.tags) yield handOn(tag, words) ?? line(leanRecord(tag.read(), leaning, words));
  else {
    for (const each of [...bundle.annotations, ...bundle.relations]) yield line(leanRecord(each, leaning, words));
  }
  for (const each of threads) yield line(leanThread(each, leaning, words));
}

/**
 * The native format: one JSON object a line, `record` says which. Order: manifest, codebook, entities, then report by
 * report its text, annotations, relations and threads; a person comes before the first line that names their number.
 * `end` carries the counts, the number of lines before it and the SHA-256 of exactly those bytes, so that a cut
 * download is noticed.
 */
async function* write(dataset: Dataset, { hash, comments }: WriteOptions): AsyncIterable<Piece> {
  const { header } = dataset;
  const digest = hash();
  const leaning = { usual: usualIn(header), numbers: numbered(header.people) };
  const handOn = handingOn(leaning);
  const encoder = new TextEncoder();
  let lines = 0;
  let waiting = "";
  const add = (written: string) => {
    for (const person of leaning.numbers.fresh()) add(line({ record: "person", ...person }));
    lines += 1;
    waiting += written;
  };
  const taken = () => {
    const bytes = encoder.encode(waiting);
    waiting = "";
    digest.update(bytes);
    return bytes;
  };
  add(line(leanManifest(header)));
  yield taken();
  add(line({ record: "codebook", ...header.codebook }));
  for (const entity of header.entities) add(line(leanEntity(entity, leaning)));
  const parts: Parts = { text: true, annotations: "all", relations: true, ...(comments && { threads: true }) };
  for await (const bundle of dataset.unread?.(parts) ?? dataset.reports(parts)) {
    for (const written of linesOf(bundle, leaning, handOn)) {
      add(written);
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
