import { bratValues, entityBase, noteKinds } from "@/domain/formats/brat/names";
import type { Dataset } from "@/domain/formats/dataset";
import type { Entry, WriteOptions } from "@/domain/formats/format";
import type { LossLedger } from "@/domain/formats/loss";
import { documentsIn, fileNameOf, nameOf } from "@/domain/formats/shared/documents";
import type { AnnotatedDocument, Attributes, Link, Note, Span } from "@/domain/interchange/document";
import { objectOf, onOneLine } from "@/domain/interchange/flat";
import { cutOf, linesIn } from "@/domain/interchange/pieces";
import type { CodePointRange, OffsetIndex } from "@/domain/text/offsets";
import { offsetIndex, utf16 } from "@/domain/text/offsets";

/** What annotation.conf has to declare. */
type Declared = {
  entities: Set<string>;
  relations: Set<string>;
  /** Values seen of each attribute. */
  attributes: Map<string, Set<string>>;
};

const nothingDeclared = (): Declared => ({ entities: new Set(), relations: new Set(), attributes: new Map() });

/** Two files for each report, and what both declare, last. */
export async function* bratEntries(dataset: Dataset, { comments, ledger }: WriteOptions): AsyncGenerator<Entry> {
  const entity = new Map(dataset.header.entities.map(({ id, name }) => [id as string, name]));
  const declared = nothingDeclared();
  for await (const document of documentsIn(dataset, { comments })) {
    const name = fileNameOf(document.key);
    yield { name: `${name}.txt`, pieces: [document.text] };
    const named = (key: string) => entity.get(key) ?? key;
    yield { name: `${name}.ann`, pieces: [annOf(document, { declared, ledger, named })] };
  }
  yield { name: "annotation.conf", pieces: [confOf(declared)] };
}

type Writing = { declared: Declared; ledger: Pick<LossLedger, "add">; named(entity: string): string };

type Ann = Writing & {
  document: AnnotatedDocument;
  index: OffsetIndex;
  lines: string[];
  /** Number of each kind of line so far. */
  numbers: Map<string, number>;
  /** What a span or link is called in the file. */
  names: Map<string, string>;
};

/** The standoff file of one document. */
function annOf(document: AnnotatedDocument, writing: Writing): string {
  const index = offsetIndex(document.text);
  const ann: Ann = { ...writing, document, index, lines: [], numbers: new Map(), names: new Map() };
  for (const span of document.spans) addSpan(ann, span);
  for (const link of document.links) addLink(ann, link);
  for (const note of document.notes) addNote(ann, note);
  return ann.lines.map((line) => `${line}\n`).join("");
}

function add(ann: Ann, letter: string, rest: string): string {
  const number = (ann.numbers.get(letter) ?? 0) + 1;
  ann.numbers.set(letter, number);
  ann.lines.push(`${letter}${number}\t${rest}`);
  return `${letter}${number}`;
}

const addComment = (ann: Ann, kind: string, on: string, text: string) => void add(ann, "#", `${kind} ${on}\t${text}`);

function addSpan(ann: Ann, { id, label, segments, attributes, entity }: Span): void {
  const { declared, document, names } = ann;
  const fragments = fragmentsOf(ann, segments);
  if (fragments.length === 0) return;
  const name = nameOf(label);
  declared.entities.add(name);
  const words = fragments.map(({ from, to }) => document.text.slice(from, to)).join(" ");
  const t = add(ann, "T", `${name} ${placesOf(fragments)}\t${words}`);
  names.set(id, t);
  if (id !== t) addComment(ann, noteKinds.id, t, onOneLine(id));
  for (const [attribute, value] of Object.entries(attributes)) {
    const said = bratValues.write(value);
    const known = declared.attributes.get(nameOf(attribute)) ?? new Set();
    declared.attributes.set(nameOf(attribute), known.add(said));
    add(ann, "A", `${nameOf(attribute)} ${t} ${said}`);
  }
  if (entity !== undefined) {
    add(ann, "N", `Reference ${t} ${entityBase}:${entity}\t${ann.named(entity).replace(/[\r\n\t]+/g, " ")}`);
  }
}

/** brat takes no span over a line's end: it becomes fragments that meet at the break. */
function fragmentsOf({ document: { text }, index, ledger }: Ann, segments: readonly CodePointRange[]) {
  const cuts = segments.map((segment) => cutOf(segment, index));
  const fragments = cuts.flatMap((cut) => linesIn(text, cut));
  const [first, last] = [cuts[0], cuts.at(-1)];
  const words = first && last ? text.slice(first.start, last.end) : "";
  if (fragments.length === 0) ledger.add("blank-spans", "dropped", words);
  else if (fragments.length > cuts.length) ledger.add("spans-over-lines", "split", words);
  else if (fragments.some(({ start, end }, nth) => start !== cuts[nth]?.start || end !== cuts[nth]?.end)) {
    ledger.add("blank-borders", "trimmed", words);
  }
  return fragments.map(({ start: from, end: to }) => {
    const start = index.toCodePoint(utf16(from));
    return { from, to, start, end: index.toCodePoint(utf16(to)) };
  });
}

function addLink(ann: Ann, { id, label, from, to, attributes, cue }: Link): void {
  const { declared, names, ledger } = ann;
  const [source, target] = [names.get(from), "span" in to ? names.get(to.span) : undefined];
  if (source === undefined || ("span" in to && target === undefined)) {
    ledger.add("relations-without-both-ends", "dropped", label);
    return;
  }
  if (target === undefined) {
    const said = { id, label, to, attributes, ...(cue ? { cue: placesOf(cue) } : {}) };
    addComment(ann, noteKinds.link, source, JSON.stringify(said));
    return;
  }
  declared.relations.add(nameOf(label));
  const r = add(ann, "R", `${nameOf(label)} Arg1:${source} Arg2:${target}`);
  names.set(id, r);
  if (id !== r) addComment(ann, noteKinds.id, r, onOneLine(id));
  if (hasAny(attributes)) addComment(ann, noteKinds.attributes, r, objectOf(attributes));
  if (cue) addComment(ann, noteKinds.cue, r, placesOf(cue));
}

const placesOf = (ranges: readonly CodePointRange[]) => ranges.map(({ start, end }) => `${start} ${end}`).join(";");

const hasAny = (attributes: Attributes) => Object.keys(attributes).length > 0;

/** What is said on a report as a whole, or on words without a tag, has no place here; `review.jsonl` has it. */
function addNote(ann: Ann, { on, remarks }: Note): void {
  const name = typeof on === "object" && "tag" in on ? ann.names.get(on.tag) : undefined;
  for (const { body, by } of name === undefined ? [] : remarks) {
    addComment(ann, "AnnotatorNotes", name ?? "", onOneLine(by ? `${by.name}: ${body}` : body));
  }
}

/** Values of an attribute that are listed; more, and the attribute takes any. */
const mostValues = 30;

/** Declares what the files use, so that brat shows it. */
function confOf({ entities, relations, attributes }: Declared): string {
  const ofValues = ([name, values]: [string, Set<string>]) => {
    const listed = values.size <= mostValues && [...values].every((value) => /^[\p{L}\p{N}_-]+$/u.test(value));
    return `${name}\tArg:<ENTITY>${listed ? `, Value:${[...values].toSorted().join("|")}` : ""}`;
  };
  return [
    "[entities]",
    ...[...entities].toSorted(),
    "",
    "[relations]",
    "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
    ...[...relations].toSorted().map((name) => `${name}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    "",
    "[events]",
    "",
    "[attributes]",
    ...[...attributes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(ofValues),
    "",
  ].join("\n");
}
