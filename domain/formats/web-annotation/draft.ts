import {
  type Body,
  bodiesOf,
  creationOf,
  iriIn,
  motivationsOf,
  type Part,
  type Place,
  placeOf,
  placesOf,
  saidAsJson,
  valueOfPurpose,
  valuesOfPurpose,
} from "@/domain/formats/web-annotation/parts";
import { idOfIri } from "@/domain/formats/web-annotation/terms";
import type { LinkEnd, Metadata, Note, Remark, ReviewStep, Spot } from "@/domain/interchange/document";
import { attributesOf, type Intake, intakeOf } from "@/domain/interchange/intake";
import { type Fields, madeOf, textOf } from "@/domain/interchange/json";
import type { Found } from "@/domain/interchange/reader";
import type { OffsetUnit } from "@/domain/interchange/units";
import type { CodePointRange } from "@/domain/text/offsets";

/** What a file said of one text so far. */
export type Draft = {
  source: string;
  text: string | undefined;
  title: string;
  metadata: Metadata;
  spot: Spot;
  annotations: Fields[];
};

/** The document of everything that was said of a text. */
export function* documentOfDraft(draft: Draft, unit: OffsetUnit): Generator<Found> {
  const { source, text, title, metadata, spot, annotations } = draft;
  const begun = intakeOf({ key: idOfIri(source), text, spot }, JSON.stringify(annotations[0] ?? source).slice(0, 2000));
  if (!begun.ok) {
    yield begun.found;
    return;
  }
  const reading = {
    intake: begun.intake,
    unit,
    source,
    reviews: reviewsIn(annotations),
    notes: new Map<string, Threaded>(),
  };
  for (const annotation of annotations) readAnnotation(annotation, reading);
  for (const { on, resolved, remarks } of reading.notes.values()) {
    begun.intake.note({ on, remarks, ...(resolved === undefined ? {} : { resolved }) });
  }
  yield* begun.intake.found({ title, metadata });
}

type Threaded = { on: Note["on"]; resolved: boolean | undefined; remarks: Remark[] };
type Reading = {
  intake: Intake;
  unit: OffsetUnit;
  source: string;
  reviews: ReadonlyMap<string, ReviewStep[]>;
  notes: Map<string, Threaded>;
};

/** Decisions by the address of what was decided on. */
function reviewsIn(annotations: readonly Fields[]): Map<string, ReviewStep[]> {
  const reviews = new Map<string, ReviewStep[]>();
  for (const annotation of annotations) {
    if (!motivationsOf(annotation).includes("assessing")) continue;
    const bodies = bodiesOf(annotation);
    const { version } = saidAsJson(bodies);
    const step: ReviewStep = {
      decision: valueOfPurpose(bodies, "assessing") ?? "",
      reason: valueOfPurpose(bodies, "commenting") ?? "",
      ...(typeof version === "number" ? { version } : {}),
      ...creationOf(annotation),
    };
    const of = iriIn(annotation["target"]) ?? "";
    reviews.set(of, [...(reviews.get(of) ?? []), step]);
  }
  return reviews;
}

function readAnnotation(annotation: Fields, reading: Reading): void {
  const motivations = motivationsOf(annotation);
  const is = (motivation: string) => motivations.includes(motivation);
  if (is("assessing")) return;
  if (is("linking")) readLink(annotation, reading);
  else if (is("replying")) readReply(annotation, reading);
  else if (placesOf(annotation["target"]).length > 0) readOnWords(annotation, reading);
  else if (is("commenting")) addNote(annotation, targetIn(annotation, reading), reading);
  else reading.intake.unread(`annotations of motivation ${motivations.join(", ") || "?"}`, idIn(annotation));
}

const idIn = ({ id }: Fields) => idOfIri(textOf(id) ?? "");

function madeIn(annotation: Fields, said: Fields, { reviews }: Reading) {
  const review = reviews.get(textOf(annotation["id"]) ?? "");
  return { ...madeOf(said), ...creationOf(annotation), ...(review ? { review } : {}) };
}

/** Words with a label are a tag; words with a comment alone carry a note; words with neither were highlighted. */
function readOnWords(annotation: Fields, reading: Reading): void {
  const { intake } = reading;
  const bodies = bodiesOf(annotation);
  const labels = valuesOfPurpose(bodies, "tagging", "classifying");
  const comments = valuesOfPurpose(bodies, "commenting");
  const id = idIn(annotation) || `annotation-${reading.notes.size + 1}`;
  const said = saidAsJson(bodies);
  const entity = entityIn(bodies);
  for (const [nth, place] of placesOf(annotation["target"]).entries()) {
    const segments = segmentsOf(place, annotation, reading);
    if (!segments) continue;
    if (labels.length === 0 && comments.length > 0) {
      addNote(annotation, { segments }, reading);
      continue;
    }
    for (const [at, label] of (labels.length > 0 ? labels : ["highlight"]).entries()) {
      const own = `${id}${nth > 0 ? `/${nth + 1}` : ""}${at > 0 ? `/${label}` : ""}`;
      const attributes = attributesOf(said["attributes"]);
      const made = madeIn(annotation, said, reading);
      intake.span({ id: own, label, segments, attributes, ...(entity ? { entity } : {}), made }, annotation);
    }
    if (comments.length > 0) addNote(annotation, { tag: id }, reading);
  }
}

function entityIn(bodies: readonly Body[]): string | undefined {
  const body = bodies.find(({ purpose, fields }) => purpose === "identifying" && "source" in fields);
  const iri = body && iriIn(body.fields);
  return iri === undefined ? undefined : idOfIri(iri);
}

function segmentsOf({ parts }: Place, annotation: Fields, { intake, unit }: Reading): CodePointRange[] | undefined {
  const segments: CodePointRange[] = [];
  for (const part of parts) {
    const said = part.said ?? foundIn(intake.text, part);
    if (!said) {
      intake.aside({ is: "value", name: "exact", said: part.exact ?? "" }, annotation);
      return undefined;
    }
    const how = part.said ? { unit, quote: part.exact } : { unit: "UTF-16 code unit" as const };
    const range = intake.place(said, how, annotation);
    if (!range) return undefined;
    segments.push(range);
  }
  return segments;
}

/** Where a quote stands with what is said to stand around it, if that is only one place. UTF-16 units. */
function foundIn(text: string, { exact, prefix, suffix }: Part) {
  if (!exact) return undefined;
  const all = prefix + exact + suffix;
  const first = text.indexOf(all);
  if (first < 0 || text.indexOf(all, first + 1) >= 0) return undefined;
  const start = first + prefix.length;
  return { start, end: start + exact.length };
}

function readLink(annotation: Fields, reading: Reading): void {
  const { intake, source } = reading;
  const bodies = bodiesOf(annotation);
  const end = bodies.find(({ purpose }) => purpose === "linking");
  const iri = end && (iriIn(end.fields) ?? end.value);
  const entity = entityIn(bodies);
  const said = saidAsJson(bodies);
  const cuePlace = placeOf(bodies.find(({ purpose }) => purpose === "highlighting")?.fields);
  const cue = cuePlace && segmentsOf(cuePlace, annotation, reading);
  const to: LinkEnd =
    iri === undefined && entity !== undefined
      ? { entity }
      : iri === source
        ? { article: true }
        : { span: idOfIri(iri ?? "") };
  intake.link(
    {
      id: idIn(annotation),
      label: valuesOfPurpose(bodies, "tagging", "classifying")[0] ?? "linking",
      from: idOfIri(iriIn(annotation["target"]) ?? ""),
      to,
      attributes: attributesOf(said["attributes"]),
      ...(cue ? { cue } : {}),
      made: madeIn(annotation, said, reading),
    },
    annotation,
  );
}

function targetIn({ target }: Fields, { source }: Reading): Note["on"] {
  const iri = iriIn(target);
  return iri === undefined || iri === source ? "document" : { tag: idOfIri(iri) };
}

const remarkOf = (annotation: Fields, thread: string): Remark => ({
  thread,
  body: valuesOfPurpose(bodiesOf(annotation), "commenting", "replying").join("\n\n"),
  ...creationOf(annotation),
});

function addNote(annotation: Fields, on: Note["on"], { notes }: Reading): void {
  const thread = idIn(annotation) || `thread-${notes.size + 1}`;
  const { resolved } = saidAsJson(bodiesOf(annotation));
  const known = typeof resolved === "boolean" ? resolved : undefined;
  notes.set(thread, { on, resolved: known, remarks: [remarkOf(annotation, thread)] });
}

function readReply(annotation: Fields, { notes, intake }: Reading): void {
  const thread = idOfIri(iriIn(annotation["target"]) ?? "");
  const note = notes.get(thread);
  if (note) note.remarks.push(remarkOf(annotation, thread));
  else intake.aside({ is: "missing-end", id: thread }, annotation);
}
