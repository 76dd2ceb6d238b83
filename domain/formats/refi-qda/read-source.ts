import { type Around, type ReadingSource, type ReadNote, valuesIn, whoIn } from "@/domain/formats/refi-qda/around";
import { codingOf, guidIn } from "@/domain/formats/refi-qda/guids";
import { each, first, type Tree, textIn } from "@/domain/formats/refi-qda/tree";
import type { Attributes, Made, Metadata, Note, Remark, Value } from "@/domain/interchange/document";
import { attributesIn } from "@/domain/interchange/flat";
import { attributesOf, type Intake, intakeOf } from "@/domain/interchange/intake";
import { inOrder } from "@/domain/interchange/pieces";
import type { Found } from "@/domain/interchange/reader";
import type { CodePointRange } from "@/domain/text/offsets";

type Draft = {
  id: string;
  label: string;
  segments: CodePointRange[];
  attributes: Attributes;
  bare: boolean;
  entity?: string;
  made: Made;
  record: object;
};
/** `seen`: the notes it is made of, since a note may be referred to twice. */
type Threaded = { on: Note["on"]; resolved: boolean | undefined; remarks: Remark[]; seen: Set<string> };
type Reading = ReadingSource & {
  intake: Intake;
  guid: string;
  spans: Map<string, Draft>;
  threads: Map<string, Threaded>;
};

/** A source with its selections, what they are linked to and what was noted of them. */
export async function* documentOfSource(source: Tree, around: ReadingSource): AsyncGenerator<Found> {
  const guid = guidIn(source.has["guid"]) ?? source.has["guid"] ?? "";
  const spot = { file: around.file, line: source.line };
  const text = textIn(source, "PlainTextContent") ?? (await around.read(source.has["plainTextPath"]));
  const begun = intakeOf({ key: guid, text, spot }, JSON.stringify(source.has));
  if (!begun.ok) {
    yield begun.found;
    return;
  }
  const { intake } = begun;
  const reading: Reading = { ...around, intake, guid, spans: new Map(), threads: new Map() };
  for (const selection of each(source, "PlainTextSelection")) addSelection(reading, selection);
  for (const draft of reading.spans.values()) addSpan(reading, draft);
  for (const draft of [...reading.spans.keys()]) addLinks(reading, draft);
  for (const note of notesIn(source, reading)) addNote(reading, note, "document");
  for (const coding of each(source, "Coding")) intake.unread("codes of whole texts", labelOf(coding, reading)?.label);
  const description = textIn(source, "Description")?.trim();
  if (description) addRemark(reading, { thread: `${guid} description`, on: "document", body: description });
  for (const { on, resolved, remarks } of reading.threads.values())
    intake.note({ on, remarks, ...(resolved === undefined ? {} : { resolved }) });
  const { left } = around.around;
  for (const found of intake.found({ title: source.has["name"] ?? "", metadata: metadataOf(source, reading) }))
    yield found.is === "document" && left ? { ...found, document: { ...found.document, left } } : found;
}

function metadataOf(source: Tree, { around, guid }: Reading): Metadata {
  const values = [...(around.ofSources.get(guid) ?? []), ...valuesIn(source, around)];
  return Object.fromEntries(values.filter(([name, said]) => said !== "" && name !== "__proto__"));
}

const number = (said: string | undefined) =>
  said !== undefined && /^\s*-?\d+\s*$/.test(said) ? Number(said) : Number.NaN;

const labelOf = (coding: Tree, { around }: Pick<Reading, "around">) => {
  const code = guidIn(first(coding, "CodeRef")?.has["targetGUID"]);
  return code === undefined ? undefined : { code, label: around.labels.get(code) };
};

/** A selection is a tag for each of its codings, a part of another one, or words with a note. */
function addSelection(reading: Reading, selection: Tree): void {
  const { intake, unit, around, spans } = reading;
  const { has } = selection;
  const range = intake.place({ start: number(has["startPosition"]), end: number(has["endPosition"]) }, { unit }, has);
  if (!range) return;
  const guid = guidIn(has["guid"]) ?? "";
  const codings = each(selection, "Coding");
  const said = textIn(selection, "Description")?.trim() ?? "";
  const told = attributesIn(said);
  const continued = typeof told?.["continues"] === "string" ? spans.get(told["continues"]) : undefined;
  if (continued && codings.length > 0) {
    continued.segments.push(range);
    return;
  }
  const notes = notesIn(selection, reading);
  if (codings.length === 0) {
    for (const note of notes) addNote(reading, note, { segments: [range] });
    if (said !== "" && !told)
      addRemark(reading, {
        thread: `${guid} words`,
        on: { segments: [range] },
        body: said,
        ...whoIn(around, selection),
      });
    if (notes.length === 0 && said === "") intake.unread("selections without a code", has["name"]);
    return;
  }
  for (const [nth, coding] of codings.entries()) {
    const own = guidIn(coding.has["guid"]) ?? "";
    const id = codings.length === 1 || nth === 0 ? guid : own;
    const found = labelOf(coding, reading);
    if (found?.label === undefined) {
      intake.aside({ is: "missing-end", id: found?.code ?? "" }, { ...has, coding: coding.has });
      continue;
    }
    if (spans.has(id)) {
      intake.aside({ is: "twice", id }, has);
      continue;
    }
    const left = codingOf(guid, own, said);
    const who = { ...whoIn(around, selection), ...whoIn(around, coding) };
    spans.set(id, {
      ...{ id, label: found.label, segments: [range], attributes: told ?? {}, bare: told === undefined },
      ...(around.cases.has(guid) ? { entity: around.cases.get(guid) ?? "" } : {}),
      made: { ...who, ...(left && { version: left.version }), ...(left?.unchanged ? { unchanged: true } : {}) },
      record: has,
    });
    for (const note of [...(nth === 0 ? notes : []), ...notesIn(coding, reading)]) addNote(reading, note, { tag: id });
    if (nth === 0 && said !== "" && !told)
      addRemark(reading, { thread: `${id} memo`, on: { tag: id }, body: said, ...whoIn(around, selection) });
  }
}

function addSpan(
  { intake, spans }: Reading,
  { id, label, segments, attributes, bare, entity, made, record }: Draft,
): void {
  const span = { id, label, segments, attributes, made, ...(entity === undefined ? {} : { entity }) };
  if (!intake.span(bare ? { ...span, bare: true } : span, record)) spans.delete(id);
}

/** What a link says beside its kind stands in a note of ours; other notes of it are comments. */
function addLinks(reading: Reading, origin: string): void {
  const { around, intake, guid, spans } = reading;
  for (const { guid: id, label, target, notes, line } of around.links.get(origin) ?? []) {
    const own = notes.flatMap((note) => around.notes.get(note) ?? []);
    const said = own.map(({ body }) => attributesIn(body ?? "")).find((one) => one?.["attributes"] !== undefined);
    const to = around.known.has(target)
      ? { entity: target }
      : target === guid
        ? { article: true as const }
        : { span: target };
    const cue = rangesIn(said?.["cue"], reading);
    intake.link(
      {
        id,
        label,
        from: origin,
        to,
        attributes: attributesOf(said?.["attributes"]),
        ...(cue ? { cue } : {}),
        made: {},
      },
      { id, label, origin, target, line },
    );
    for (const note of own)
      if (attributesIn(note.body ?? "")?.["attributes"] === undefined)
        addNote(reading, note, { tag: spans.has(id) ? origin : id });
  }
}

function rangesIn(said: Value | undefined, { intake }: Reading): CodePointRange[] | undefined {
  if (!Array.isArray(said)) return undefined;
  const ranges = said.flatMap((pair) => {
    if (!Array.isArray(pair)) return [];
    const [start, end] = pair;
    if (typeof start !== "number" || typeof end !== "number") return [];
    return intake.place({ start, end }, { unit: "code point" }, pair) ?? [];
  });
  return ranges.length > 0 ? ranges : undefined;
}

const notesIn = (item: Tree, { around }: { around: Around }): ReadNote[] =>
  each(item, "NoteRef").flatMap(({ has }) => {
    const guid = guidIn(has["targetGUID"]);
    return (guid === undefined ? undefined : around.notes.get(guid)) ?? [];
  });

/** A note of ours says which thread it is of; any other is a thread of its own, and what describes it is said first. */
function addNote(reading: Reading, note: ReadNote, on: Note["on"]): void {
  const { thread, resolved } = attributesIn(note.about.trim()) ?? {};
  const about = thread === undefined ? note.about.trim() : "";
  const body = [about, note.body ?? ""].filter((part) => part !== "").join("\n\n") || note.name;
  addRemark(reading, {
    ...{ thread: typeof thread === "string" ? thread : note.guid, on, body },
    ...{ resolved: typeof resolved === "boolean" ? resolved : undefined, guid: note.guid },
    ...(note.by ? { by: note.by } : {}),
    ...(note.at === undefined ? {} : { at: note.at }),
  });
}

type Said = Remark & { on: Note["on"]; resolved?: boolean | undefined; guid?: string };

function addRemark({ threads }: Reading, { on, resolved, thread, body, by, at, guid }: Said): void {
  const known: Threaded = threads.get(thread) ?? { on, resolved, remarks: [], seen: new Set() };
  if (guid === undefined || !known.seen.has(guid))
    known.remarks.push({ thread, body, ...(by ? { by } : {}), ...(at === undefined ? {} : { at }) });
  if (guid !== undefined) known.seen.add(guid);
  // Words in several parts: the same note stands at each of them.
  if (known.on !== on && known.on !== "document" && on !== "document" && "segments" in known.on && "segments" in on)
    known.on = { segments: inOrder([...known.on.segments, ...on.segments]) };
  threads.set(thread, known);
}
