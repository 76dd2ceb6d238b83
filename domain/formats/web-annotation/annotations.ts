import { iriOf, json, textual } from "@/domain/formats/web-annotation/terms";
import type {
  AnnotatedDocument,
  Author,
  Link,
  LinkEnd,
  Made,
  NamedEntity,
  Note,
  Span,
} from "@/domain/interchange/document";
import { type CodePointRange, codePoint, type OffsetIndex, offsetIndex } from "@/domain/text/offsets";
import { CONTEXT } from "@/domain/text/segment";

type Json = Record<string, unknown>;
type Text = { text: string; index: OffsetIndex; source: string };

export const entityAnnotation = ({ key, ...said }: NamedEntity): Json => ({
  id: `${iriOf(key)}#entity`,
  type: "Annotation",
  motivation: "identifying",
  target: iriOf(key),
  body: json(said),
});

/** A document as annotations: first its text, then its tags, links, decisions and comments. */
export function* annotationsOf(
  document: AnnotatedDocument,
  entities: ReadonlyMap<string, NamedEntity>,
): Generator<Json> {
  const { text, key, title, metadata, spans, links, notes } = document;
  const source = iriOf(key);
  const about: Text = { text, index: offsetIndex(text), source };
  const { language, direction } = metadata;
  yield {
    id: `${source}#text`,
    type: "Annotation",
    motivation: "describing",
    target: source,
    body: [
      textual("describing", text, {
        format: "text/plain",
        ...(language ? { language } : {}),
        ...(direction ? { textDirection: direction } : {}),
      }),
      json({ title, metadata }),
    ],
  };
  for (const span of spans) {
    yield tagAnnotation(span, about, entities);
    yield* reviewsOf(span);
  }
  for (const link of links) {
    yield linkAnnotation(link, about, entities);
    yield* reviewsOf(link);
  }
  for (const note of notes) yield* commentsOf(note, about);
}

function tagAnnotation(span: Span, about: Text, entities: ReadonlyMap<string, NamedEntity>): Json {
  const { id, label, segments, attributes, entity, made } = span;
  return {
    id: iriOf(id),
    type: "Annotation",
    motivation: "tagging",
    ...creation(made),
    body: [
      textual("tagging", label),
      ...(entity === undefined ? [] : [identifying(entity, entities)]),
      json({ attributes, ...standing(made) }),
    ],
    target: targetOf(segments, about),
  };
}

function linkAnnotation(link: Link, about: Text, entities: ReadonlyMap<string, NamedEntity>): Json {
  const { id, label, from, to, attributes, cue, made } = link;
  return {
    id: iriOf(id),
    type: "Annotation",
    motivation: "linking",
    ...creation(made),
    body: [
      textual("tagging", label),
      endOf(to, about, entities),
      json({ attributes, ...standing(made) }),
      ...(cue ? [{ ...resource(cue, about), purpose: "highlighting" }] : []),
    ],
    target: iriOf(from),
  };
}

const identifying = (key: string, entities: ReadonlyMap<string, NamedEntity>): Json => ({
  type: "SpecificResource",
  purpose: "identifying",
  source: { id: iriOf(key), name: entities.get(key)?.name ?? key },
});

function endOf(to: LinkEnd, { source }: Text, entities: ReadonlyMap<string, NamedEntity>): Json {
  if ("entity" in to) return identifying(to.entity, entities);
  return { type: "SpecificResource", purpose: "linking", source: "span" in to ? iriOf(to.span) : source };
}

/** Where the words stand; several parts are one composite, which holds only as a whole. */
const targetOf = (segments: readonly CodePointRange[], about: Text): Json => resource(segments, about);

function resource(segments: readonly CodePointRange[], about: Text): Json {
  const parts = segments.map((each) => ({
    type: "SpecificResource",
    source: about.source,
    selector: selectors(each, about),
  }));
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: "oa:Composite", items: parts };
}

/** The place in code points, and the words with 32 before and after, by which a text that was changed can still be searched. */
function selectors({ start, end }: CodePointRange, { text, index }: Text): Json[] {
  const at = (position: number) => index.toUtf16(codePoint(Math.min(Math.max(position, 0), index.length)));
  const [before, from, to, after] = [at(start - CONTEXT), at(start), at(end), at(end + CONTEXT)];
  const quote = { exact: text.slice(from, to), prefix: text.slice(before, from), suffix: text.slice(to, after) };
  return [
    { type: "TextPositionSelector", start, end },
    { type: "TextQuoteSelector", ...quote },
  ];
}

const person = ({ id, name }: Author): Json => ({ ...(id ? { id: iriOf(id) } : {}), type: "Person", name });

const creation = ({ by, at }: Pick<Made, "by" | "at">): Json => ({
  ...(by ? { creator: person(by) } : {}),
  ...(at ? { created: at } : {}),
});

const standing = ({ state, version, layer, origin }: Made): Json => ({
  ...(state === undefined ? {} : { state }),
  ...(version === undefined ? {} : { version }),
  ...(layer === undefined ? {} : { layer }),
  ...(origin === undefined ? {} : { origin }),
});

function* reviewsOf({ id, made }: Span | Link): Generator<Json> {
  for (const [nth, { decision, reason, version, ...step }] of (made.review ?? []).entries()) {
    yield {
      id: `${iriOf(id)}#review-${nth + 1}`,
      type: "Annotation",
      motivation: "assessing",
      ...creation(step),
      body: [
        textual("assessing", decision),
        ...(reason === "" ? [] : [textual("commenting", reason)]),
        ...(version === undefined ? [] : [json({ version })]),
      ],
      target: iriOf(id),
    };
  }
}

function* commentsOf({ on, resolved, remarks }: Note, about: Text): Generator<Json> {
  for (const [nth, { thread, body, ...remark }] of remarks.entries()) {
    yield {
      id: nth === 0 ? iriOf(thread) : `${iriOf(thread)}#${nth + 1}`,
      type: "Annotation",
      motivation: nth === 0 ? "commenting" : "replying",
      ...creation(remark),
      body: [
        textual(nth === 0 ? "commenting" : "replying", body),
        ...(nth === 0 && resolved !== undefined ? [json({ resolved })] : []),
      ],
      target: nth === 0 ? targetOfNote(on, about) : iriOf(thread),
    };
  }
}

function targetOfNote(on: Note["on"], about: Text): Json | string {
  if (on === "document") return about.source;
  return "tag" in on ? iriOf(on.tag) : targetOf(on.segments, about);
}
