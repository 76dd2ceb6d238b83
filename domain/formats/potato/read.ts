import { shownText } from "@/domain/formats/potato/page-text";
import { isCompanion } from "@/domain/formats/shared/companions";
import type { Spot } from "@/domain/interchange/document";
import { type Intake, intakeOf } from "@/domain/interchange/intake";
import {
  authorOf,
  type Fields,
  fieldsOf,
  idOf,
  isFields,
  listOf,
  metadataOf,
  numberOf,
  textOf,
} from "@/domain/interchange/json";
import { excerpt, jsonRecordsOf } from "@/domain/interchange/json-records";
import type { FormatReader, Found, SentFile } from "@/domain/interchange/reader";

const isAnnotation = (json: Fields) =>
  "instance_id" in json && ("spans" in json || "labels" in json || "links" in json);

export const potatoReader: FormatReader = {
  extensions: [".jsonl", ".json"],
  recognises: (name, head) => {
    if (!/\.jsonl?$/i.test(name)) return 0;
    if (/"instance_id"\s*:/.test(head) && /"spans"\s*:\s*\{/.test(head)) return 0.95;
    return /^\s*\[?\s*\{\s*"id"\s*:\s*("[^"]*"|\d+)\s*,\s*"text"\s*:/.test(head) ? 0.4 : 0;
  },
  asks: [],
  async *read(files) {
    const sent: SentFile[] = [];
    for await (const file of files) if (!isCompanion(file.name)) sent.push(file);
    const people = new Map<string, Said[]>();
    for (const file of sent) yield* annotationsIn(file, people);
    for (const file of sent) yield* documentsIn(file, people);
    for (const [id, all] of people) {
      for (const { spot, record } of all)
        yield { is: "set-aside", aside: { spot, document: id, trouble: { is: "no-text" }, record: excerpt(record) } };
    }
  },
};

type Said = { fields: Fields; spot: Spot; record: string };

/** Tags stand apart from the texts: they are kept until their text comes. */
async function* annotationsIn(file: SentFile, people: Map<string, Said[]>): AsyncGenerator<Found> {
  for await (const read of jsonRecordsOf(file)) {
    if (read.is === "set-aside") {
      yield read;
      continue;
    }
    const { json, line, text } = read.record;
    if (!isFields(json) || !isAnnotation(json)) continue;
    const id = idOf(json["instance_id"]) ?? "";
    people.set(id, [...(people.get(id) ?? []), { fields: json, spot: { file: file.name, line }, record: text }]);
  }
}

const taken = new Set(["id", "text", "title"]);

async function* documentsIn(file: SentFile, people: Map<string, Said[]>): AsyncGenerator<Found> {
  for await (const read of jsonRecordsOf(file)) {
    if (read.is === "set-aside") continue;
    const { json, line, text: raw } = read.record;
    if (isFields(json) && isAnnotation(json)) continue;
    const fields = fieldsOf(json);
    const key = idOf(fields["id"]) ?? `${file.name}:${line}`;
    const text = typeof fields["text"] === "string" ? shownText(fields["text"]) : undefined;
    const begun = intakeOf({ key, text, spot: { file: file.name, line } }, raw);
    if (!begun.ok) {
      yield begun.found;
      continue;
    }
    const { intake } = begun;
    for (const said of people.get(key) ?? []) readPerson(said.fields, intake);
    people.delete(key);
    yield* intake.found({ title: textOf(fields["title"]) ?? "", metadata: metadataOf(fields, taken) });
  }
}

function readPerson(fields: Fields, intake: Intake): void {
  const by = authorOf(fields["user_id"]);
  const made = by ? { by } : {};
  for (const [schema, records] of Object.entries(fieldsOf(fields["spans"]))) {
    for (const [nth, record] of listOf(records).entries()) {
      const { start, end, name, label, title, id, text } = fieldsOf(record);
      const said = { start: numberOf(start), end: numberOf(end) };
      const range = intake.place(said, { unit: "code point", quote: textOf(text) }, record);
      if (!range) continue;
      const own = idOf(id) ?? `${schema}-${nth + 1}`;
      const words = [name, label, title].find((each) => typeof each === "string" && each !== "");
      const span = { id: own, label: textOf(words) ?? "", segments: [range], attributes: {}, made };
      intake.span(span, record);
    }
  }
  for (const [schema, records] of Object.entries(fieldsOf(fields["links"]))) {
    for (const [nth, record] of listOf(records).entries()) readLink(record, `${schema}-link-${nth + 1}`, intake);
  }
  for (const schema of Object.keys(fieldsOf(fields["labels"]))) intake.unread("labels of whole texts", schema);
}

function readLink(record: unknown, name: string, intake: Intake): void {
  const { id, link_type: type, span_ids: ends } = fieldsOf(record);
  const [from, ...others] = listOf(ends).map((each) => idOf(each) ?? "");
  for (const [nth, to] of others.entries()) {
    const own = (idOf(id) ?? name) + (nth > 0 ? `/${nth + 1}` : "");
    intake.link(
      { id: own, label: textOf(type) ?? "", from: from ?? "", to: { span: to }, attributes: {}, made: {} },
      record,
    );
  }
}
