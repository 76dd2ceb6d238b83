import {
  type Cas,
  documentType,
  type FeatureStructure,
  noteType,
  sentenceType,
  sofaType,
  tokenType,
} from "@/domain/formats/cas/model";
import { notRead, setAside } from "@/domain/formats/shared/asides";
import { keyOf, titleOf } from "@/domain/formats/shared/documents";
import { linkLayer, shortName, TagParts, tagLayer, toldBy } from "@/domain/formats/shared/layers";
import type { Link, Metadata, Span, Spot } from "@/domain/interchange/document";
import { type SentText, sentText } from "@/domain/interchange/line-ends";
import { inOrder } from "@/domain/interchange/pieces";
import type { Found, Trouble } from "@/domain/interchange/reader";
import type { CodePointRange } from "@/domain/text/offsets";

type SpanInMaking = Span & { segments: CodePointRange[] };
type Reading = {
  cas: Cas;
  sent: SentText;
  file: string;
  key: string;
  spans: SpanInMaking[];
  /** Which span a structure is, or is a part of. */
  ids: Map<string, string>;
  taken: Set<string>;
  links: Link[];
  found: Found[];
};

const unit = "UTF-16 code unit";

/** The document of a CAS: annotations are tags, relations, chains and slots are links. */
export function* documentOfCas(cas: Cas, file: string): Generator<Found> {
  const structures = [...cas.structures.values()];
  const sofas = structures.filter(({ type, values }) => type === sofaType && typeof values["sofaString"] === "string");
  const sofa = sofas.find(({ values }) => values["sofaID"] === "_InitialView") ?? sofas[0];
  const about = structures.find(({ type }) => type === noteType);
  const key = textIn(about, "documentId") ?? keyOf(file);
  if (!sofa) {
    yield setAside({ file }, "", { is: "no-text" }, key);
    return;
  }
  const sent = sentText(String(sofa.values["sofaString"]));
  const head = { cas, sent, file, key, links: [], found: [] };
  const reading: Reading = { ...head, spans: [], ids: new Map(), taken: new Set() };
  for (const twice of cas.twice) aside(reading, twice, { is: "twice", id: twice.id });
  for (const other of sofas) if (other !== sofa) reading.found.push(notRead("view", { file }, textIn(other, "sofaID")));
  const parts = new TagParts<SpanInMaking>();
  const divided = { sentences: [] as CodePointRange[], tokens: [] as CodePointRange[] };
  const own = structures.filter(({ refs }) => refs["sofa"] === undefined || refs["sofa"][0] === sofa.id);
  for (const structure of own) addSpan(reading, structure, parts, divided);
  for (const span of reading.spans) span.segments = inOrder(span.segments);
  for (const structure of own) addLinks(reading, structure);
  yield* layersIn(own, file);
  yield* reading.found;
  const { spans, links } = reading;
  const title = textIn(about, "documentTitle") ?? titleOf(file);
  const metadata = metadataOf(
    about,
    structures.find(({ type }) => type === documentType),
  );
  const text = {
    text: sent.text,
    ...(divided.sentences.length > 0 ? { sentences: divided.sentences } : {}),
    ...(divided.tokens.length > 0 ? { tokens: divided.tokens } : {}),
  };
  yield { is: "document", document: { key, title, metadata, ...text, spans, links, notes: [], spot: { file } } };
}

const textIn = (structure: FeatureStructure | undefined, name: string): string | undefined => {
  const value = structure?.values[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

function metadataOf(about: FeatureStructure | undefined, other: FeatureStructure | undefined): Metadata {
  const language = textIn(about, "language") ?? textIn(other, "language");
  const url = textIn(about, "documentUri");
  return {
    ...(language === undefined || language === "x-unspecified" ? {} : { language }),
    ...(url === undefined ? {} : { url }),
  };
}

const spotOf = ({ file }: Reading, { line }: FeatureStructure): Spot => ({
  file,
  ...(line === undefined ? {} : { line }),
});

function aside(reading: Reading, structure: FeatureStructure, trouble: Trouble): void {
  const record = JSON.stringify({ id: structure.id, type: structure.type, ...structure.values }).slice(0, 2000);
  reading.found.push(setAside(spotOf(reading, structure), record, trouble, reading.key));
}

const passedOver = new Set([sofaType, noteType, documentType]);
const isRelation = ({ refs }: FeatureStructure) => refs["Governor"] !== undefined || refs["Dependent"] !== undefined;

function addSpan(
  reading: Reading,
  structure: FeatureStructure,
  parts: TagParts<SpanInMaking>,
  divided: Record<"sentences" | "tokens", CodePointRange[]>,
): void {
  const { type, values, id } = structure;
  const { begin, end, ...features } = values;
  if (passedOver.has(type) || begin === undefined || end === undefined || isRelation(structure)) return;
  const said = { start: Number(begin), end: Number(end) };
  if (said.start === said.end) {
    reading.found.push(notRead("zero-width", spotOf(reading, structure), shortName(type)));
    return;
  }
  const placed = reading.sent.place(said, unit);
  if (!placed.ok) aside(reading, structure, { is: "offsets", ...said, unit, trouble: placed.trouble });
  else if (type === sentenceType) divided.sentences.push(placed.range);
  else if (type === tokenType) divided.tokens.push(placed.range);
  else {
    const { identifier, ...told } = toldBy(type, features);
    const own = identifier ?? `s${id}`;
    const span = { id: own, ...told, segments: [placed.range], made: {}, spot: spotOf(reading, structure) };
    reading.ids.set(id, own);
    if (parts.joins(identifier, span)) return;
    if (reading.taken.has(own)) aside(reading, structure, { is: "twice", id: own });
    else {
      reading.taken.add(own);
      reading.spans.push(span);
    }
  }
}

function addLinks(reading: Reading, structure: FeatureStructure): void {
  const { id, type, refs, values } = structure;
  if (isRelation(structure)) {
    const { begin: _, end: _end, ...features } = values;
    const { identifier, label, attributes } = toldBy(type, features);
    const ends = { from: refs["Governor"]?.[0], to: refs["Dependent"]?.[0] };
    add(reading, structure, { id: identifier ?? `r${id}`, label, attributes, ...ends });
    return;
  }
  if (!reading.ids.has(id)) return;
  for (const [name, ids] of Object.entries(refs)) {
    if (name === "sofa") continue;
    for (const [nth, ref] of elementsOf(reading, ids).entries()) {
      const target = reading.cas.structures.get(ref);
      const slot = target?.refs["target"]?.[0];
      const label =
        slot === undefined
          ? name === "next"
            ? textIn(structure, "referenceRelation")
            : undefined
          : textIn(target, "role");
      const to = slot ?? ref;
      if (!reading.ids.has(to)) continue;
      add(reading, structure, {
        id: `r${id}-${name}-${nth + 1}`,
        label: label ?? name,
        attributes: { layer: type },
        from: id,
        to,
      });
    }
  }
}

/** What an array names, else the structures themselves. */
const elementsOf = ({ cas }: Reading, ids: readonly string[]): string[] =>
  ids.flatMap((id) => cas.structures.get(id)?.refs["elements"] ?? [id]);

type Ends = { from: string | undefined; to: string | undefined };

function add(
  reading: Reading,
  structure: FeatureStructure,
  { from, to, ...link }: Pick<Link, "id" | "label" | "attributes"> & Ends,
): void {
  const [source, target] = [reading.ids.get(from ?? ""), reading.ids.get(to ?? "")];
  if (source === undefined) aside(reading, structure, { is: "missing-end", id: from ?? "" });
  else if (target === undefined) aside(reading, structure, { is: "missing-end", id: to ?? "" });
  else if (source === target) aside(reading, structure, { is: "circle", id: link.id });
  else if (reading.taken.has(link.id)) aside(reading, structure, { is: "twice", id: link.id });
  else {
    reading.taken.add(link.id);
    reading.links.push({ ...link, from: source, to: { span: target }, made: {}, spot: spotOf(reading, structure) });
  }
}

const ours = new Set([tagLayer, linkLayer, sentenceType, tokenType, ...passedOver]);

/** Layers of other tools are kept as tags, and told. */
function* layersIn(structures: readonly FeatureStructure[], file: string): Generator<Found> {
  const others = new Set(structures.filter(({ values }) => values["begin"] !== undefined).map(({ type }) => type));
  for (const type of others) if (!ours.has(type)) yield notRead("other-layer", { file }, type);
}
