import type { DatasetHeader, EntityRecord, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { Heard } from "@/domain/formats/native/full";
import { manifestIn, recordIn } from "@/domain/formats/native/parse";
import type { FullRecord } from "@/domain/formats/native/records";
import { wordsOf } from "@/domain/formats/native/text";
import type { Spot } from "@/domain/interchange/document";
import { linesOf } from "@/domain/interchange/lines";
import { BrokenFile, type SentFile, type SetAside } from "@/domain/interchange/reader";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** A file of our own, part by part: everything that it says. */
export type Native =
  | { is: "header"; header: DatasetHeader }
  | { is: "person"; person: DatasetHeader["people"][number] }
  | { is: "codebook"; codebook: DatasetHeader["codebook"] }
  | { is: "entity"; entity: EntityRecord; spot: Spot }
  | { is: "bundle"; bundle: ReportBundle; spot: Spot }
  | { is: "set-aside"; aside: SetAside };

type Open = {
  report: ReportBundle["report"];
  leaving: ReportBundle["leaving"];
  annotations: TagRecord<Annotation>[];
  relations: TagRecord<Relation>[];
  threads: ReportBundle["threads"][number][];
  spot: Spot;
};

type Reading = {
  file: string;
  heard: Heard | undefined;
  begun: boolean;
  ended: boolean;
  open: Open | undefined;
  /** The line of a report that was set aside, with which its tags are. */
  lost: number | undefined;
};

/** UTF-16 units of a broken record that are kept. */
const keptOfRecord = 2000;

/**
 * Reads a file of version 1 or 2 line by line, one report in memory at a time. A record that can't be read is set aside
 * with its reason, and of a report what hangs on it. Throws `BrokenFile` where the file is cut off, or changed by what it
 * says of its own length; whether its checksum fits is asked of `wholenessOf`, before.
 */
export async function* readNative(file: SentFile): AsyncGenerator<Native> {
  const reading: Reading = {
    file: file.name,
    heard: undefined,
    begun: false,
    ended: false,
    open: undefined,
    lost: undefined,
  };
  let last = 0;
  for await (const { line, text } of linesOf(file)) {
    last = line;
    const spot = { file: file.name, line };
    if (reading.ended) throw new BrokenFile("changed", spot, "Something follows the end record.");
    yield* take(text, reading, spot);
  }
  yield* closed(reading);
  if (!reading.begun) throw new BrokenFile("not-this-format", { file: file.name });
  if (!reading.ended) throw new BrokenFile("cut-off", { file: file.name, line: Math.max(last, 1) });
}

function* take(text: string, reading: Reading, spot: Spot & { line: number }): Generator<Native> {
  const record = recordOn(text, reading);
  if (!reading.begun) {
    if (typeof record === "string" || record.record !== "manifest") throw new BrokenFile("not-this-format", spot);
    const { header, heard } = manifest(record, spot);
    Object.assign(reading, { heard, begun: true });
    yield { is: "header", header };
  } else if (typeof record === "string") {
    yield* setAside(record, text, reading, spot);
  } else yield* said(record, text, reading, spot);
}

function manifest(record: unknown, spot: Spot) {
  try {
    return manifestIn(record);
  } catch (error) {
    throw new BrokenFile("not-this-format", spot, error instanceof Error ? error.message : "");
  }
}

/** A record, or a sentence about why there is none. */
function recordOn(text: string, { heard }: Reading): FullRecord | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "a JSON object on one line";
  }
  try {
    return recordIn(json, heard);
  } catch (error) {
    return error instanceof Error ? error.message : "a record";
  }
}

function* setAside(expected: string, text: string, reading: Reading, spot: Spot & { line: number }): Generator<Native> {
  if (/^\{"record":"report"/.test(text)) {
    yield* closed(reading);
    reading.lost = spot.line;
  }
  yield { is: "set-aside", aside: asideOf({ is: "syntax", expected }, text, spot) };
}

const asideOf = (trouble: SetAside["trouble"], text: string, spot: Spot): SetAside => ({
  spot,
  trouble,
  record: text.slice(0, keptOfRecord),
});

function* said(record: FullRecord, text: string, reading: Reading, spot: Spot & { line: number }): Generator<Native> {
  switch (record.record) {
    case "manifest":
      throw new BrokenFile("changed", spot, "There is a second manifest.");
    case "codebook":
      yield { is: "codebook", codebook: { version: record.version, content: record.content } };
      return;
    case "person":
      yield { is: "person", person: { id: record.id, name: record.name } };
      return;
    case "entity":
      yield { is: "entity", entity: without(record), spot };
      return;
    case "report":
      yield* closed(reading);
      begin(without(record), reading, spot);
      return;
    case "end":
      if (record.lines !== spot.line - 1) throw new BrokenFile("changed", spot, `It counts ${record.lines} lines.`);
      yield* closed(reading);
      reading.ended = true;
      return;
    default:
      if (reading.open?.report.id === record.reportId) add(record, reading.open);
      else if (reading.lost !== undefined) {
        const missing = { is: "missing-end" as const, id: `the report on line ${reading.lost}` };
        yield { is: "set-aside", aside: asideOf(missing, text, spot) };
      } else throw new BrokenFile("changed", spot, `A ${record.record} stands where its report is not.`);
  }
}

function begin(report: Open["report"], reading: Reading, spot: Spot): void {
  reading.lost = undefined;
  reading.open = {
    report,
    leaving: { annotations: 0, relations: 0 },
    annotations: [],
    relations: [],
    threads: [],
    spot,
  };
  if (reading.heard) reading.heard.report = { id: report.id, words: wordsOf(report.revisionId, report.text) };
}

/** Hands out the report that was read last, once all of it is there. */
function* closed(reading: Reading): Generator<Native> {
  const { open } = reading;
  reading.open = undefined;
  if (reading.heard) reading.heard.report = undefined;
  if (!open) return;
  const { spot, ...bundle } = open;
  yield { is: "bundle", bundle, spot };
}

function add(record: Extract<FullRecord, { record: "annotation" | "relation" | "thread" }>, open: Open): void {
  if (record.record === "thread") open.threads.push(without(record));
  else if (record.record === "annotation") open.leaving.annotations = open.annotations.push(tagRecord(record));
  else open.leaving.relations = open.relations.push(tagRecord(record));
}

function without<T extends { record: string }>(record: T): Omit<T, "record"> {
  const { record: _, ...rest } = record;
  return rest;
}

function tagRecord<T extends { record: string } & Pick<TagRecord<unknown>, "versions" | "verdicts">>(read: T) {
  const { record: _, versions, verdicts, ...tag } = read;
  return { tag, versions, verdicts };
}

/**
 * How many reports a file holds, and whether all of it is there as it was written: its last line counts those before it
 * and has their SHA-256. `hash` is of UTF-8 and answers lower-case hex.
 */
export async function wholenessOf(
  file: SentFile,
  hash: { update(text: string): void; hex(): string },
): Promise<{ reports: number; damage?: BrokenFile }> {
  let [lines, reports] = [0, 0];
  let last = "";
  for await (const { text } of linesOf(file)) {
    if (lines > 0) hash.update(`${last}\n`);
    last = text;
    lines += 1;
    if (text.startsWith('{"record":"report"')) reports += 1;
  }
  const spot = { file: file.name, line: Math.max(lines, 1) };
  const end = endIn(last);
  if (!end) return { reports, damage: new BrokenFile("cut-off", spot) };
  const same = end.lines === lines - 1 && end.sha256 === hash.hex();
  return same ? { reports } : { reports, damage: new BrokenFile("changed", spot) };
}

/** What the last line of a file says, if it is all there. */
function endIn(line: string): Extract<FullRecord, { record: "end" }> | undefined {
  try {
    const record = recordIn(JSON.parse(line), undefined);
    return record.record === "end" ? record : undefined;
  } catch {
    return undefined;
  }
}
