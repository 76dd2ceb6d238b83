import type { Thread } from "@/domain/discussion/thread";
import {
  type Dataset,
  type DatasetHeader,
  type EntityRecord,
  type ExportCounts,
  leaving,
  type ReportBundle,
  type TagRecord,
} from "@/domain/formats/dataset";
import type { Heard } from "@/domain/formats/native/full";
import { manifestIn, recordIn } from "@/domain/formats/native/parse";
import { Counts, type FullRecord } from "@/domain/formats/native/records";
import { wordsOf } from "@/domain/formats/native/text";
import type { UserId } from "@/domain/ids";
import type { Annotation, Relation, TagVersion } from "@/domain/tag/tag";

/** Names the line (from 1) and the reason: a dataset is read whole or not at all. */
export class UnreadableDataset extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(`Line ${line}: ${reason}`);
    this.line = line;
  }
}

type Open = {
  report: ReportBundle["report"];
  leaving: ReportBundle["leaving"];
  annotations: TagRecord<Annotation>[];
  relations: TagRecord<Relation>[];
  threads: Thread[];
};

/** What a file said so far. `heard` is there when it is of version 2. */
type Read = {
  header: DatasetHeader | undefined;
  counts: ExportCounts | undefined;
  heard: Heard | undefined;
  codebook: DatasetHeader["codebook"] | undefined;
  people: { id: UserId; name: string }[];
  entities: EntityRecord[];
  bundles: Open[];
  ended: boolean;
};

/** Reads what `jsonl` wrote, of this version or an earlier one. Throws UnreadableDataset. */
export function readJsonl(text: string, sha256: (text: string) => string): Dataset {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const none = { header: undefined, counts: undefined, heard: undefined, codebook: undefined };
  const read: Read = { ...none, people: [], entities: [], bundles: [], ended: false };
  for (const [index, raw] of lines.entries()) {
    const record = parse(raw, index, read);
    if (record.record === "end") read.counts = endOf(record, read, { lines, index, sha256 });
    else take(record, read, index + 1);
  }
  const { header, counts, codebook, people, entities, bundles } = read;
  if (!read.ended) throw new UnreadableDataset(lines.length, "The end record is missing: the file was cut off.");
  if (!header || !codebook || !counts) throw new UnreadableDataset(1, "The manifest or the codebook is missing.");
  return leaving({
    header: { ...header, codebook, people, entities },
    counts: () => Promise.resolve(counts),
    async *reports() {
      yield* bundles;
    },
  });
}

function take(record: Exclude<FullRecord, { record: "end" }>, read: Read, at: number): void {
  const { heard, bundles } = read;
  const bundle = bundles.at(-1);
  switch (record.record) {
    case "manifest":
      begin(record, read, at);
      return;
    case "codebook":
      read.codebook = { version: record.version, content: record.content };
      return;
    case "person":
      read.people.push({ id: record.id, name: record.name });
      return;
    case "entity":
      read.entities.push(without(record));
      return;
    case "report": {
      const report = without(record);
      bundles.push({ report, leaving: { annotations: 0, relations: 0 }, annotations: [], relations: [], threads: [] });
      if (heard) heard.report = { id: report.id, words: wordsOf(report.revisionId, report.text) };
      return;
    }
    case "annotation":
    case "relation":
    case "thread":
      if (!bundle) throw new UnreadableDataset(at, `A ${record.record} comes before any report.`);
      add(record, bundle);
  }
}

function add(record: Extract<FullRecord, { record: "annotation" | "relation" | "thread" }>, bundle: Open): void {
  if (record.record === "thread") bundle.threads.push(without(record));
  else if (record.record === "annotation") bundle.leaving.annotations = bundle.annotations.push(tagRecord(record));
  else bundle.leaving.relations = bundle.relations.push(tagRecord(record));
}

function begin(record: unknown, read: Read, at: number): void {
  Object.assign(
    read,
    unreadable(at, () => manifestIn(record)),
  );
}

/** Names the line with what could not be read in it. */
function unreadable<T>(at: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnreadableDataset(at, error instanceof Error ? error.message : "It can't be read.");
  }
}

type Whole = { lines: readonly string[]; index: number; sha256: (text: string) => string };

/** Checks that all lines are there as they were written. */
function endOf(record: Extract<FullRecord, { record: "end" }>, read: Read, { lines, index, sha256 }: Whole) {
  const before = lines
    .slice(0, index)
    .map((each) => `${each}\n`)
    .join("");
  if (record.lines !== index)
    throw new UnreadableDataset(index + 1, `The end counts ${record.lines} lines, there are ${index}.`);
  if (record.sha256 !== sha256(before))
    throw new UnreadableDataset(index + 1, "The SHA-256 does not match: the file was changed.");
  read.ended = true;
  if (read.counts) return read.counts;
  const counts = Counts.safeParse(record["counts"]);
  if (!counts.success) throw new UnreadableDataset(index + 1, "The end does not say how much there is.");
  return counts.data;
}

function parse(raw: string, index: number, read: Read): FullRecord {
  const at = index + 1;
  const json = jsonIn(raw, at);
  const record = unreadable(at, () => recordIn(json, read.heard));
  if (index === 0 && record.record !== "manifest")
    throw new UnreadableDataset(at, "A dataset starts with its manifest.");
  if (read.ended) throw new UnreadableDataset(at, "Something follows the end record.");
  return record;
}

function jsonIn(raw: string, at: number): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    throw new UnreadableDataset(at, "This is not JSON.");
  }
}

function without<T extends { record: string }>(record: T): Omit<T, "record"> {
  const { record: _, ...rest } = record;
  return rest;
}

function tagRecord<T extends { record: string; versions: TagVersion[]; verdicts: FullVerdicts }>(read: T) {
  const { record: _, versions, verdicts, ...tag } = read;
  return { tag, versions, verdicts };
}
type FullVerdicts = TagRecord<Annotation>["verdicts"];
