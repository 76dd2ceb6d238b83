import { continues } from "@/domain/formats/label-studio/controls";
import { sayingsIn } from "@/domain/formats/label-studio/sayings";
import { partId } from "@/domain/formats/label-studio/task";
import { isCompanion } from "@/domain/formats/shared/companions";
import type { Attributes, LinkEnd, Made, NamedEntity, Span } from "@/domain/interchange/document";
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
import { type OffsetUnit, offsetUnits } from "@/domain/interchange/units";
import { type CodePointRange, codePointLength } from "@/domain/text/offsets";

/** Label Studio counts code points since 2022; before, it exported UTF-16 units. */
const units = ["code point", "UTF-16 code unit"] as const satisfies readonly OffsetUnit[];

export const labelStudioReader: FormatReader = {
  extensions: [".json"],
  recognises: (name, head) =>
    /\.json$/i.test(name) &&
    /"(annotations|completions|predictions)"\s*:\s*\[/.test(head) &&
    /"data"\s*:\s*\{/.test(head)
      ? 0.9
      : 0,
  asks: [{ name: "unit", answers: units, usual: "code point" }],
  async *read(files, { unit: asked }) {
    const unit = offsetUnits.find((each) => each === asked) ?? "code point";
    const entities = new Set<string>();
    for await (const file of files) {
      if (isCompanion(file.name) || /\.xml$/i.test(file.name)) continue;
      for await (const read of jsonRecordsOf(file)) {
        if (read.is === "set-aside") yield read;
        else yield* documentIn(read.record, { file: file.name, unit, entities });
      }
    }
  },
};

type Reading = { file: string; unit: OffsetUnit; entities: Set<string> };

function* documentIn({ line, text: raw, json }: JsonRecord, { file, unit, entities }: Reading): Generator<Found> {
  const spot = { file, line };
  if (!isFields(json)) {
    yield { is: "set-aside", aside: { spot, trouble: { is: "syntax", expected: "a task" }, record: excerpt(raw) } };
    return;
  }
  const data = isFields(json["data"]) ? json["data"] : json;
  const key = textOf(data["report_id"]) ?? idOf(json["id"]) ?? `${file}:${line}`;
  const begun = intakeOf({ key, text: textIn(data), spot }, raw);
  if (!begun.ok) {
    yield begun.found;
    return;
  }
  const { intake } = begun;
  const found = (isFields(json["data"]) ? listOf(json["annotations"] ?? json["completions"]) : [minimal(json)]).filter(
    isFields,
  );
  for (const [nth, annotation] of found.entries()) {
    const reading = { intake, unit, prefix: nth === 0 ? "" : `${idOf(annotation["id"]) ?? nth + 1}/` };
    yield* newEntities(readAnnotation(annotation, reading), entities);
  }
  for (const prediction of listOf(json["predictions"])) {
    intake.unread("predictions", textOf(fieldsOf(prediction)["model_version"]));
  }
  otherLinks(data, intake);
  const title = textOf(data["title"]) ?? "";
  yield* intake.found({ title, metadata: metadataOf(data, taken) });
}

/** JSON_MIN has the values of each control under its name, without ids: `{"text": …, "label": [{"start": …, "labels": […]}]}`. */
function minimal(json: Fields): Fields {
  const values = Object.entries(json).flatMap(([control, all]) => listOf(all).map((value) => ({ control, value })));
  const result = values.flatMap(({ control, value }) =>
    Array.isArray(fieldsOf(value)["labels"]) ? [{ type: "labels", from_name: control, value }] : [],
  );
  return { result };
}

const taken = new Set(["text", "title", "report_id", "id"]);

/** The text that regions count in: `text`, else the only one there is. */
function textIn(data: Fields): string | undefined {
  if (typeof data["text"] === "string") return data["text"];
  const all = Object.values(data).filter((each) => typeof each === "string");
  return all.length === 1 ? all[0] : undefined;
}

function* newEntities(found: readonly NamedEntity[], known: Set<string>): Generator<Found> {
  for (const entity of found) {
    if (known.has(entity.key)) continue;
    known.add(entity.key);
    yield { is: "entity", entity };
  }
}

type ReadingOne = { intake: Intake; unit: OffsetUnit; prefix: string };

/** Everything that one person said of a task. Answers the entities it names. */
function readAnnotation(annotation: Fields, { intake, unit, prefix }: ReadingOne): NamedEntity[] {
  const results = listOf(annotation["result"]);
  const said = sayingsIn(results, intake);
  const made = madeIn(annotation);
  const regions: Region[] = [];
  for (const [nth, result] of results.entries()) {
    if (fieldsOf(result)["type"] === "labels") regions.push(...regionsOf(result, { nth, intake, unit }));
  }
  const parts = new Map(regions.map(({ id, range }) => [id, range]));
  const following = followersIn(results, parts);
  for (const region of regions) {
    if (following.isPart.has(region.id)) continue;
    const { attributes = {}, entity } = said.get(region.region) ?? {};
    const segments = [region.range, ...following.after(region.id)];
    const span: Omit<Span, "spot"> = {
      id: prefix + region.id,
      label: region.label,
      segments,
      attributes,
      ...(entity ? { entity: entity.key } : {}),
      made: { ...made, ...region.made },
    };
    intake.span(span, region.record);
  }
  for (const [nth, result] of results.entries()) readRelation(result, { nth, intake, prefix, following, made });
  return [...said.values()].flatMap(({ entity }) => entity ?? []);
}

function madeIn(annotation: Fields): Made {
  const { completed_by: by, created_at: at, was_cancelled: cancelled } = annotation;
  const person = isFields(by)
    ? authorOf({ id: by["id"], name: by["email"] ?? by["first_name"] })
    : authorOf({ id: by, name: idOf(by) });
  return {
    ...(person ? { by: person } : {}),
    ...(typeof at === "string" ? { at } : {}),
    ...(cancelled === true ? { state: "rejected" } : {}),
  };
}

type Region = { id: string; region: string; label: string; range: CodePointRange; made: Made; record: unknown };

/** A region for each label that it has. */
function regionsOf(
  record: unknown,
  { nth, intake, unit }: { nth: number; intake: Intake; unit: OffsetUnit },
): Region[] {
  const result = fieldsOf(record);
  const value = fieldsOf(result["value"]);
  const range = intake.place(
    { start: numberOf(value["start"]), end: numberOf(value["end"]) },
    { unit, quote: textOf(value["text"]) },
    record,
  );
  if (!range) return [];
  const labels = listOf(value["labels"]).flatMap((label) => (typeof label === "string" && label !== "" ? label : []));
  if (labels.length === 0) intake.aside({ is: "no-label" }, record);
  const region = idOf(result["id"]) ?? `region-${nth + 1}`;
  const made = madeOf(result["meta"]);
  return labels.map((label, at) => ({
    id: at === 0 ? region : `${region}/${label}`,
    region,
    label,
    range,
    made,
    record,
  }));
}

type Followers = { isPart: ReadonlySet<string>; after(id: string): CodePointRange[] };

/** The parts of tags that are not in one piece: each names the next by a relation, and its id is the first one's with a number. */
function followersIn(results: readonly unknown[], parts: ReadonlyMap<string, CodePointRange>): Followers {
  const next = new Map<string, string>();
  for (const each of results) {
    const { type, from_id: from, to_id: to, labels } = fieldsOf(each);
    if (type === "relation" && listOf(labels)[0] === continues && typeof from === "string" && typeof to === "string")
      next.set(from, to);
  }
  const chain = (id: string): string[] => {
    const all: string[] = [];
    for (let nth = 1; ; nth += 1) {
      const part = partId(id, nth);
      if (next.get(partId(id, nth - 1)) !== part || !parts.has(part)) return all;
      all.push(part);
    }
  };
  const isPart = new Set([...parts.keys()].flatMap(chain));
  return { isPart, after: (id) => chain(id).flatMap((part) => parts.get(part) ?? []) };
}

type Joining = { nth: number; intake: Intake; prefix: string; following: Followers; made: Made };

function readRelation(record: unknown, { nth, intake, prefix, following, made }: Joining): void {
  const { type, from_id: from, to_id: to, labels, direction, id, meta } = fieldsOf(record);
  if (type !== "relation" || following.isPart.has(String(to))) return;
  const ends = [prefix + (idOf(from) ?? ""), prefix + (idOf(to) ?? "")];
  const [first = "", second = ""] = direction === "left" ? ends.toReversed() : ends;
  const label = textOf(listOf(labels)[0]) ?? "related";
  const head = { id: prefix + (idOf(id) ?? `relation-${nth + 1}`), label, from: first, to: { span: second } };
  intake.link({ ...head, ...saidOf(meta, intake, made) }, record);
}

/** What our files say of a link beside its ends. */
function saidOf(meta: unknown, { text }: Intake, made: Made) {
  const { attributes, cue } = fieldsOf(meta);
  const words = rangesOf(cue, codePointLength(text));
  const said: Attributes = attributesOf(attributes);
  return { attributes: said, ...(words ? { cue: words } : {}), made: { ...made, ...madeOf(meta) } };
}

/** Links to an entity, to the article itself or to a tag in another report, which our own files have beside the text. */
function otherLinks(data: Fields, intake: Intake): void {
  for (const [nth, record] of listOf(data["other_links"]).entries()) {
    const { id, label, from, entity, span, meta } = fieldsOf(record);
    const [key, elsewhere] = [idOf(entity), idOf(span)];
    const to: LinkEnd = elsewhere ? { span: elsewhere } : key ? { entity: key } : { article: true };
    const head = { id: idOf(id) ?? `link-${nth + 1}`, label: textOf(label) ?? "", from: idOf(from) ?? "", to };
    intake.link({ ...head, ...saidOf(meta, intake, {}) }, record);
  }
}
