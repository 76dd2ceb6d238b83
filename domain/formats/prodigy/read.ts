import { isCompanion } from "@/domain/formats/shared/companions";
import type { LinkEnd, Made, NamedEntity } from "@/domain/interchange/document";
import { attributesOf, type Intake, intakeOf } from "@/domain/interchange/intake";
import {
  authorOf,
  type Fields,
  fieldsOf,
  idOf,
  isFields,
  listOf,
  madeOf,
  metadataOf,
  numberOf,
  rangesOf,
  textOf,
} from "@/domain/interchange/json";
import { excerpt, type JsonRecord, jsonRecordsOf } from "@/domain/interchange/json-records";
import type { FormatReader, Found } from "@/domain/interchange/reader";
import { type CodePointRange, codePointLength } from "@/domain/text/offsets";

export const prodigyReader: FormatReader = {
  extensions: [".jsonl", ".json"],
  recognises: (name, head) => {
    if (!/\.jsonl?$/i.test(name) || !/^\s*\[?\s*\{/.test(head)) return 0;
    if (/"answer"\s*:\s*"(accept|reject|ignore)"|"_(input|task)_hash"\s*:|"token_start"\s*:/.test(head)) return 0.9;
    return /"text"\s*:/.test(head) && /"spans"\s*:\s*\[/.test(head) ? 0.6 : 0;
  },
  asks: [],
  async *read(files) {
    const keys = new Set<string>();
    const entities = new Set<string>();
    for await (const file of files) {
      if (isCompanion(file.name)) continue;
      for await (const read of jsonRecordsOf(file)) {
        if (read.is === "set-aside") yield read;
        else yield* taskIn(read.record, { file: file.name, keys, entities });
      }
    }
  },
};

type Reading = { file: string; keys: Set<string>; entities: Set<string> };

function* taskIn({ line, text: raw, json }: JsonRecord, { file, keys, entities }: Reading): Generator<Found> {
  const spot = { file, line };
  if (!isFields(json)) {
    yield { is: "set-aside", aside: { spot, trouble: { is: "syntax", expected: "a task" }, record: excerpt(raw) } };
    return;
  }
  if (json["answer"] === "ignore") {
    yield { is: "unread", unread: { what: "tasks that were ignored", spot } };
    return;
  }
  const meta = fieldsOf(json["meta"]);
  const named = textOf(meta["report_id"]) ?? idOf(json["_input_hash"]) ?? `${file}:${line}`;
  const key = keys.has(named) ? `${named}/${file}:${line}` : named;
  keys.add(named);
  const begun = intakeOf({ key, text: json["text"], spot }, raw);
  if (!begun.ok) {
    yield begun.found;
    return;
  }
  const { intake } = begun;
  const made = madeIn(json);
  for (const entity of readSpans(json, intake, made)) {
    if (entities.has(entity.key)) continue;
    entities.add(entity.key);
    yield { is: "entity", entity };
  }
  readRelations(json, intake, made);
  if (typeof json["label"] === "string") intake.unread("labels of whole texts", json["label"]);
  if (Array.isArray(json["accept"])) intake.unread("chosen options", JSON.stringify(json["accept"]).slice(0, 100));
  yield* intake.found({ title: textOf(meta["title"]) ?? "", metadata: metadataOf(meta, taken) });
}

const taken = new Set(["report_id", "title"]);

/** Prodigy says of a whole task who answered it, when (seconds since 1970), and whether it is right. */
function madeIn({ _annotator_id: annotator, _session_id: session, _timestamp: at, answer }: Fields): Made {
  const by = authorOf(annotator ?? session);
  const time = typeof at === "number" && Math.abs(at) < 8e12 ? new Date(at * 1000).toISOString() : undefined;
  return {
    ...(by ? { by } : {}),
    ...(time === undefined ? {} : { at: time }),
    ...(answer === "reject" ? { state: "rejected" } : {}),
  };
}

type Tag = { label: string; segments: CodePointRange[]; fields: Fields };

function readSpans(json: Fields, intake: Intake, made: Made): NamedEntity[] {
  const tags = new Map<string, Tag>();
  for (const [nth, record] of listOf(json["spans"]).entries()) {
    const fields = fieldsOf(record);
    const said = { start: numberOf(fields["start"]), end: numberOf(fields["end"]) };
    const range = intake.place(said, { unit: "code point", quote: textOf(fields["text"]) }, record);
    if (!range) continue;
    const own = idOf(fields["id"]);
    const label = textOf(fields["label"]) ?? "";
    const id = own ?? placeId(fields, nth);
    const known = tags.get(id);
    if (!known) tags.set(id, { label, segments: [range], fields });
    else if (own !== undefined && known.label === label && !overlaps(known.segments, range)) known.segments.push(range);
    else intake.aside({ is: "twice", id }, record);
  }
  const entities: NamedEntity[] = [];
  for (const [id, { label, segments, fields }] of tags) {
    const entity = entityOf(fields["entity"]);
    const attributes = attributesOf(fields["attributes"]);
    const whole = { id, label, segments, attributes, ...(entity ? { entity: entity.key } : {}) };
    intake.span({ ...whole, made: { ...made, ...madeOf(fields["made"]) } }, fields);
    if (entity) entities.push(entity);
  }
  return entities;
}

/** Prodigy's own spans have no id: relations find them by their place and label. */
const placeId = ({ start, end, label }: Fields, nth: number) => `${start}-${end}-${textOf(label) ?? nth}`;

const overlaps = (segments: readonly CodePointRange[], { start, end }: CodePointRange) =>
  segments.some((each) => each.start < end && start < each.end);

function entityOf(json: unknown): NamedEntity | undefined {
  const { id, name } = fieldsOf(json);
  const key = idOf(id);
  return key === undefined ? undefined : { key, name: textOf(name) ?? key, aliases: [], attributes: {} };
}

function readRelations(json: Fields, intake: Intake, made: Made): void {
  const length = codePointLength(intake.text);
  const take = (record: unknown, nth: number, ends: { from: string; to: LinkEnd }) => {
    const { id, label, attributes, cue, made: own } = fieldsOf(record);
    const words = rangesOf(cue, length);
    const head = { id: idOf(id) ?? `relation-${nth + 1}`, label: textOf(label) ?? "", ...ends };
    const said = { attributes: attributesOf(attributes), ...(words ? { cue: words } : {}) };
    intake.link({ ...head, ...said, made: { ...made, ...madeOf(own) } }, record);
  };
  for (const [nth, record] of listOf(json["relations"]).entries()) {
    const { from, to, head_span: head, child_span: child } = fieldsOf(record);
    const end = (own: unknown, span: unknown) =>
      idOf(own) ?? idOf(fieldsOf(span)["id"]) ?? placeId(fieldsOf(span), nth);
    take(record, nth, { from: end(from, head), to: { span: end(to, child) } });
  }
  for (const [nth, record] of listOf(json["links_without_words"]).entries()) {
    const { from, entity } = fieldsOf(record);
    const key = idOf(entity);
    take(record, nth, { from: idOf(from) ?? "", to: key === undefined ? { article: true } : { entity: key } });
  }
}
