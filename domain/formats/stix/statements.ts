import { extended } from "@/domain/formats/stix/extension";
import { common, idOf, type Json, saying } from "@/domain/formats/stix/objects";
import type { AnnotatedDocument, Link, Made, NamedEntity, Note, Span, Value } from "@/domain/interchange/document";
import { type CodePointRange, type OffsetIndex, offsetIndex } from "@/domain/text/offsets";

/** What the objects of one report refer to. */
export type About = {
  document: AnnotatedDocument;
  index: OffsetIndex;
  /** The artifact with the text, and the report. */
  text: string;
  report: string;
  /** When a tag was changed last, by its id. */
  changed: ReadonlyMap<string, string>;
  entities: ReadonlyMap<string, NamedEntity>;
  /** The identity of whoever made something. */
  creator(made: Pick<Made, "by">): string;
  /** The identity of an entity; undefined where it does not leave. */
  identity(key: string): string | undefined;
  /** The location of a place, which is told once; undefined where nothing says where it is. */
  location(span: Span): string | undefined;
};

export const aboutText = (document: AnnotatedDocument) => ({ document, index: offsetIndex(document.text) });

/** Admiralty credibility as STIX 2.1, appendix A, counts it; 6 says nothing of how sure anybody is. */
const confidences: Readonly<Record<number, number>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10 };

const opinions: Readonly<Record<string, string>> = {
  accept: "agree",
  "accept-with-change": "agree",
  "accept-unseen": "neutral",
  return: "disagree",
  reject: "strongly-disagree",
};

const quoteOf = ({ start, end }: CodePointRange, { document, index }: About): string =>
  document.text.slice(index.toUtf16(start), index.toUtf16(end));

const segmentsOf = (ranges: readonly CodePointRange[], about: About): Json => ({
  text_ref: about.text,
  offset_unit: "code point",
  segments: ranges.map(({ start, end }) => ({ start, end, quote: quoteOf({ start, end }, about) })),
});

const standing = ({ made, label, id, attributes }: Span | Link): Json => {
  const { state, version, layer, origin, review } = made;
  const last = review?.at(-1);
  return {
    ...{ tag_id: id, kind: label, state, version, layer, origin },
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(last && { verdict: saying({ ...last, by: last.by?.name }) }),
  };
};

/** A verdict changes what is said of a tag as much as a new version does. */
const timesOf = ({ id, made }: Span | Link, { changed }: About) => {
  const all = [changed.get(id), ...(made.review ?? []).map(({ at }) => at)].filter((at) => at !== undefined);
  return { created: made.at, modified: all.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) };
};

/** The entities that a claim says it is from, by its links: as mentions of them, or themselves. */
function sourcesOf(span: Span, { document, entities, identity }: About): Json[] {
  const found = new Map<string, Json>();
  for (const { from, label, to } of document.links) {
    if (from !== span.id || label !== "attributed-to") continue;
    const key = "entity" in to ? to.entity : "span" in to ? mentioned(to.span, document) : undefined;
    const ref = key === undefined ? undefined : identity(key);
    if (key === undefined || ref === undefined) continue;
    const entity = entities.get(key);
    const grade = entity?.attributes["reliability"];
    found.set(ref, saying({ identity_ref: ref, name: entity?.name ?? key, source_reliability: grade }));
  }
  return [...found.values()];
}

const mentioned = (id: string, { spans }: AnnotatedDocument) => spans.find((span) => span.id === id)?.entity;

const actorsOf = ({ attributes }: Span): string[] => {
  const { actors } = attributes;
  if (!Array.isArray(actors)) return [];
  return (actors as readonly Value[]).flatMap((each) =>
    isObject(each) && typeof each["entityId"] === "string" ? [each["entityId"]] : [],
  );
};

const isObject = (value: Value): value is { readonly [name: string]: Value } =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** A tag as a note: the words, where they stand, what is said of them, both grades, and what was decided. */
export function statementOf(span: Span, about: About): Json {
  const { attributes, made, segments, entity } = span;
  const credibility = typeof attributes["credibility"] === "number" ? attributes["credibility"] : undefined;
  const sources = span.label === "claim" ? sourcesOf(span, about) : [];
  const named = [...(entity === undefined ? [] : [entity]), ...actorsOf(span)].map(about.identity);
  const refs = [...named, ...sources.map(({ identity_ref: ref }) => String(ref)), about.location(span)];
  const grades = [
    ...new Set(sources.flatMap(({ source_reliability: grade }) => (grade === undefined ? [] : [String(grade)]))),
  ];
  const { language } = about.document.metadata;
  return saying({
    ...common("note", idOf("note", span.id), timesOf(span, about)),
    created_by_ref: about.creator(made),
    labels: [
      span.label,
      ...(made.state === undefined ? [] : [made.state]),
      ...grades.map((grade) => `admiralty-scale:source-reliability="${grade.toLowerCase()}"`),
      ...(credibility === undefined ? [] : [`admiralty-scale:information-credibility="${credibility}"`]),
    ],
    confidence: credibility === undefined ? undefined : confidences[credibility],
    lang: language === "und" ? undefined : language,
    abstract: typeof attributes["restatement"] === "string" ? attributes["restatement"] : undefined,
    content: segments.map((segment) => quoteOf(segment, about)).join(" […] "),
    authors: made.by ? [made.by.name] : [],
    object_refs: [about.text, ...new Set(refs.filter((ref) => ref !== undefined))],
    ...extended({
      ...standing(span),
      ...segmentsOf(segments, about),
      information_credibility: credibility,
      sources,
    }),
  });
}

/** A link as a relationship of its own kind; what it leads to is a statement, an identity or the report. */
export function relationshipOf(link: Link, about: About): Json | undefined {
  const { id, label, from, to, made, cue } = link;
  const target = "span" in to ? idOf("note", to.span) : "entity" in to ? about.identity(to.entity) : about.report;
  if (target === undefined) return undefined;
  return saying({
    ...common("relationship", idOf("relationship", id), timesOf(link, about)),
    created_by_ref: about.creator(made),
    relationship_type: label.replace("relation:", ""),
    source_ref: idOf("note", from),
    target_ref: target,
    labels: made.state === undefined ? [] : [made.state],
    ...extended({ ...standing(link), ...(cue ? segmentsOf(cue, about) : {}) }),
  });
}

/** Every decision on a tag, as an opinion on it. */
export function opinionsOf({ id, made }: Span | Link, on: string, { creator }: About): Json[] {
  return (made.review ?? []).map(({ decision, reason, version, by, at }, nth) =>
    saying({
      ...common("opinion", idOf("opinion", `${id} ${nth + 1}`), { created: at }),
      created_by_ref: creator(by ? { by } : {}),
      explanation: reason,
      authors: by ? [by.name] : [],
      opinion: opinions[decision] ?? "neutral",
      object_refs: [on],
      ...extended({ decision, version }),
    }),
  );
}

/** Comments, each a note on what it is about. */
export function commentsOf({ on, resolved, remarks }: Note, about: About): Json[] {
  const { document, report, text, creator } = about;
  const target = on === "document" ? report : "tag" in on ? refOf(on.tag, document, report) : text;
  const place = on !== "document" && "segments" in on ? segmentsOf(on.segments, about) : {};
  return remarks.map(({ thread, body, by, at }, nth) =>
    saying({
      ...common("note", idOf("note", `${thread} ${nth + 1}`), { created: at }),
      created_by_ref: creator(by ? { by } : {}),
      labels: ["comment"],
      content: body,
      authors: by ? [by.name] : [],
      object_refs: [target],
      ...extended({ thread_id: thread, number: nth + 1, resolved, ...place }),
    }),
  );
}

function refOf(id: string, { spans, links }: AnnotatedDocument, otherwise: string): string {
  if (spans.some((span) => span.id === id)) return idOf("note", id);
  return links.some((link) => link.id === id) ? idOf("relationship", id) : otherwise;
}
