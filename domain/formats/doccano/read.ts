import { betterUnit } from "@/domain/formats/doccano/cut-words";
import { continues, doccanoUnits } from "@/domain/formats/doccano/lines";
import { isCompanion } from "@/domain/formats/shared/companions";
import type { Span } from "@/domain/interchange/document";
import { type Intake, intakeOf } from "@/domain/interchange/intake";
import { type Fields, fieldsOf, idOf, isFields, listOf, metadataOf, numberOf, textOf } from "@/domain/interchange/json";
import { excerpt, type JsonRecord, jsonRecordsOf } from "@/domain/interchange/json-records";
import type { FormatReader, Found } from "@/domain/interchange/reader";
import type { OffsetUnit, SaidRange } from "@/domain/interchange/units";
import type { CodePointRange } from "@/domain/text/offsets";

export const doccanoReader: FormatReader = {
  extensions: [".jsonl", ".json"],
  recognises: (name, head) =>
    /\.jsonl?$/i.test(name) &&
    /^\s*\[?\s*\{/.test(head) &&
    (/"labels?"\s*:\s*\[\s*(\[\s*\d+\s*,\s*\d+\s*,|\])/.test(head) || /"start_offset"\s*:/.test(head))
      ? 0.85
      : 0,
  /** Nothing in the file says it. */
  asks: [{ name: "unit", answers: doccanoUnits, usual: "UTF-16 code unit" }],
  async *read(files, { unit: asked }) {
    const unit = doccanoUnits.find((each) => each === asked) ?? "UTF-16 code unit";
    const ours = new Set<string>();
    for await (const file of files) {
      if (isCompanion(file.name)) continue;
      for await (const read of jsonRecordsOf(file)) {
        if (read.is === "set-aside") yield read;
        else if (isNew(read.record.json, ours)) yield* documentIn(read.record, file.name, unit);
      }
    }
  },
};

/** An archive of ours has each text twice: with links, then without. */
function isNew(json: unknown, ours: Set<string>): boolean {
  const { report_id: id } = fieldsOf(json);
  if (typeof id !== "string") return true;
  return ours.size !== ours.add(id).size;
}

const taken = new Set([
  "text",
  "data",
  "label",
  "labels",
  "entities",
  "relations",
  "title",
  "report_id",
  "id",
  "tag_ids",
]);

function* documentIn({ line, text: raw, json }: JsonRecord, file: string, unit: OffsetUnit): Generator<Found> {
  const spot = { file, line };
  if (!isFields(json)) {
    yield { is: "set-aside", aside: { spot, trouble: { is: "syntax", expected: "an example" }, record: excerpt(raw) } };
    return;
  }
  const key = textOf(json["report_id"]) ?? idOf(json["id"]) ?? `${file}:${line}`;
  const begun = intakeOf({ key, text: json["text"] ?? json["data"], spot }, raw);
  if (!begun.ok) {
    yield begun.found;
    return;
  }
  const { intake } = begun;
  const better = betterUnit(intake.text, rangesIn(json), unit);
  if (better) intake.unread(`spans within words, of which there are fewer when offsets count in ${better}s`);
  readLabels(json["label"] ?? json["labels"], intake, unit);
  readEntities(json, intake, unit);
  for (const comment of listOf(json["Comments"])) {
    const body = textOf(comment) ?? textOf(fieldsOf(comment)["text"]);
    if (body) intake.note({ on: "document", remarks: [{ thread: `comment-${line}`, body }] });
  }
  yield* intake.found({ title: textOf(json["title"]) ?? "", metadata: metadataOf(json, taken) });
}

/** Every stretch that a line names, whatever it means. */
function rangesIn(json: Fields): SaidRange[] {
  const labels = listOf(json["label"] ?? json["labels"]).map((each) => listOf(each).slice(0, 2).map(numberOf));
  const entities = listOf(json["entities"]).map(fieldsOf);
  return [
    ...labels.flatMap(([start, end]) => (start === undefined || end === undefined ? [] : [{ start, end }])),
    ...entities.map(({ start_offset: start, end_offset: end }) => ({ start: numberOf(start), end: numberOf(end) })),
  ];
}

/** `[start, end, label]` for each span; a text alone classifies the whole document. */
function readLabels(labels: unknown, intake: Intake, unit: OffsetUnit): void {
  for (const [nth, record] of listOf(labels).entries()) {
    if (typeof record === "string") {
      intake.unread("labels of whole texts", record);
      continue;
    }
    const [start, end, label] = listOf(record);
    const range = intake.place({ start: numberOf(start), end: numberOf(end) }, { unit }, record);
    const span = { id: `span-${nth + 1}`, label: textOf(label) ?? "", attributes: {}, made: {} };
    if (range) intake.span({ ...span, segments: [range] }, record);
  }
}

type Entity = { id: string; label: string; range: CodePointRange; record: unknown };

function readEntities(json: Fields, intake: Intake, unit: OffsetUnit): void {
  const entities = new Map<string, Entity>();
  for (const record of listOf(json["entities"])) {
    const { id, label, start_offset: start, end_offset: end } = fieldsOf(record);
    const range = intake.place({ start: numberOf(start), end: numberOf(end) }, { unit }, record);
    const known = idOf(id) ?? `entity-${entities.size + 1}`;
    if (range && entities.has(known)) intake.aside({ is: "twice", id: known }, record);
    else if (range) entities.set(known, { id: known, label: textOf(label) ?? "", range, record });
  }
  const relations = listOf(json["relations"]);
  const next = nextParts(relations, entities);
  const parts = new Set(next.values());
  for (const entity of entities.values()) {
    if (parts.has(entity.id)) continue;
    const segments = [entity.range];
    for (let id = next.get(entity.id); id !== undefined; id = next.get(id)) {
      const part = entities.get(id);
      if (part) segments.push(part.range);
    }
    const span: Omit<Span, "spot"> = { id: entity.id, label: entity.label, segments, attributes: {}, made: {} };
    intake.span(span, entity.record);
  }
  for (const [nth, record] of relations.entries()) readRelation(record, { nth, intake, parts });
}

/** The part that follows each: numbered later and of the same label, so that no part follows itself. */
function nextParts(relations: readonly unknown[], entities: ReadonlyMap<string, Entity>): Map<string, string> {
  const next = new Map<string, string>();
  const followed = new Set<string>();
  for (const record of relations) {
    const { type, from_id: from, to_id: to } = fieldsOf(record);
    const [first, second] = [entities.get(idOf(from) ?? ""), entities.get(idOf(to) ?? "")];
    if (type !== continues || !first || !second || first.label !== second.label) continue;
    if (Number(first.id) >= Number(second.id) || next.has(first.id) || followed.has(second.id)) continue;
    next.set(first.id, second.id);
    followed.add(second.id);
  }
  return next;
}

type Joining = { nth: number; intake: Intake; parts: ReadonlySet<string> };

function readRelation(record: unknown, { nth, intake, parts }: Joining): void {
  const { id, type, from_id: from, to_id: to } = fieldsOf(record);
  const [first = "", second = ""] = [idOf(from), idOf(to)];
  if (type === continues && parts.has(second)) return;
  const head = { id: `relation-${idOf(id) ?? nth + 1}`, label: textOf(type) ?? "", from: first, to: { span: second } };
  intake.link({ ...head, attributes: {}, made: {} }, record);
}
