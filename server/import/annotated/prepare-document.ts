import type { z } from "zod";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import { slugOf } from "@/domain/import/slug-of";
import type { AnnotatedDocument, Attributes, Link, Made, Note, Span, Value } from "@/domain/interchange/document";
import { commentSchema } from "@/domain/prose/schema";
import { Provenance } from "@/domain/report/report";
import { titleFrom } from "@/domain/report/title-from";
import { attributesSchema, customKind, labelOf } from "@/domain/tag/kind";
import { attributesOfRelation } from "@/domain/tag/relation";
import { endsOf, isCoreRelation, relationTypeOf } from "@/domain/tag/relation-values";
import type { Anchor } from "@/domain/tag/tag";
import type { CodePointRange } from "@/domain/text/offsets";
import { type Passage, passage, segmentsOf } from "@/domain/text/segment";
import { readReport } from "../read-report";
import { type Around, isUnkeepable, unkeepableReason } from "./around";
import type { Prepared, PreparedReport, PreparedTag, PreparedThread, PreparedVersion } from "./prepared";

type Making = {
  around: Around;
  nextId: () => string;
  revisionId: string;
  passage: Passage;
  refused: Prepared["refused"];
  /** Tags of this document by the id that it gave them. */
  made: Map<string, { id: string; kind: string }>;
};

/** A document of any tool's file as a report of this project; a sentence where nothing of it can be taken. */
export function prepareDocument(document: AnnotatedDocument, nth: number, around: Around): Prepared | string {
  const nextId = around.ids.document(nth);
  const report = preparedReport(document, nextId, around);
  if (typeof report === "string") return report;
  const making: Making = {
    around,
    nextId,
    revisionId: report.revisionId,
    passage: passage(document.text),
    refused: [],
    made: new Map(),
  };
  const tags = [
    ...document.spans.flatMap((span) => annotation(span, making)),
    ...document.links.flatMap((link) => relation(link, making)),
  ];
  const threads = document.notes.flatMap((note) => thread(note, making));
  const spot = document.spot ?? { file: document.key };
  return { spot, formerId: document.key, report, tags, threads, later: [], refused: making.refused };
}

function preparedReport(
  { title, text, metadata }: AnnotatedDocument,
  nextId: () => string,
  { project, by, now, leftOut }: Around,
): PreparedReport | string {
  const said: Record<string, string> = {};
  for (const [name, value] of Object.entries(metadata)) {
    const field = name in provenance ? provenance[name as keyof typeof provenance] : undefined;
    if (field?.safeParse(value).success && !isUnkeepable(value)) said[name] = value.trim();
    else leftOut(`report.${name}`);
  }
  const bytes = Buffer.from(text);
  const { language, direction } = Provenance.pick({ language: true, direction: true }).parse({
    language: said["language"],
    direction: said["direction"],
  });
  const read = readReport({ text, language, direction, mediaType: "text/plain" }, bytes, project.languages);
  if (!read.ok) return read.problem.reason;
  const { report } = read;
  const named = title.replaceAll(/[\0\p{Surrogate}]/gu, "\ufffd").trim();
  return {
    id: nextId(),
    revisionId: nextId(),
    revision: 1,
    title: [...(named || titleFrom(text) || "Untitled")].slice(0, 500).join(""),
    outlet: said["outlet"] ?? null,
    author: said["author"] ?? null,
    published: said["published"] ?? null,
    retrieved: said["retrieved"] ?? null,
    url: said["url"] ?? null,
    language: report.language,
    languageGuessed: report.languageGuessed,
    direction: report.direction,
    triage: "untriaged",
    duplicateOf: null,
    closedAt: null,
    layersOpenedAt: null,
    textSha256: report.textSha256,
    originalSha256: report.originalSha256,
    bytes,
    byteLength: bytes.length,
    encoding: "utf-8",
    encodingBasis: "certain",
    mediaType: "text/plain",
    fileName: null,
    codePoints: report.codePoints,
    words: report.words,
    blocks: report.blocks,
    tail: report.tail,
    createdBy: by,
    createdAt: now,
  };
}

const { title: _, ...provenance } = Provenance.shape;

function annotation(span: Span, making: Making): PreparedTag[] {
  const { around, refused, made } = making;
  const { data, codebook, leftOut, entity } = around;
  const target = data.labels[span.label];
  if (target === undefined || target === null) {
    leftOut(`label ${span.label}`);
    return [];
  }
  const kind = typeof target === "string" ? target : `label:${target.new.slug}`;
  const known = kind === "claim" || kind === "place" || kind === "source" ? kind : customKind.parse(kind);
  const speaker = span.entity === undefined ? undefined : entity(span.entity);
  if (span.entity !== undefined && (kind !== "source" || !speaker)) leftOut(`entity of ${span.label}`);
  const said: Attributes = kind === "source" && speaker ? { ...span.attributes, entityId: speaker } : span.attributes;
  const own = labelOf(kind, codebook)?.attributes;
  const attributes = fitted(own ? renamed(said, own) : said, attributesSchema(known, codebook), (name) =>
    leftOut(`${span.label}.${name}`),
  );
  const json = JSON.stringify(attributes);
  if (isUnkeepable(json)) {
    refused.push({ ...lineOf(span), reason: unkeepableReason, record: JSON.stringify(span).slice(0, 2000) });
    return [];
  }
  const id = making.nextId();
  made.set(span.id, { id, kind });
  const place = anchorOf(span.segments, making);
  const version = { ...plain, kind, attributes: json, anchor: place };
  return [
    tagOf(
      span.made,
      { id, type: "annotation", entityId: speaker && kind === "source" ? speaker : null },
      version,
      making,
    ),
  ];
}

const lineOf = ({ spot }: { spot?: { line?: number } }) => (spot?.line === undefined ? {} : { line: spot.line });

function relation(link: Link, making: Making): PreparedTag[] {
  const { around, refused, made } = making;
  const { data, codebook, leftOut, entity } = around;
  const kind = data.links[link.label];
  if (kind === undefined || kind === null) {
    leftOut(`link ${link.label}`);
    return [];
  }
  const refuse = (reason: string) => {
    refused.push({ ...lineOf(link), reason, record: JSON.stringify(link).slice(0, 2000) });
    return [];
  };
  const from = made.get(link.from);
  const to = "span" in link.to ? made.get(link.to.span) : undefined;
  const toEntity = "entity" in link.to ? entity(link.to.entity) : undefined;
  if (!from || ("span" in link.to && !to)) return refuse("A tag that it joins was left out or set aside.");
  if ("entity" in link.to && !toEntity) return refuse("It leads to an entity that is not in the file.");
  const ends = endsOf(kind, codebook);
  const end = to ? to.kind : toEntity ? "entity" : "article";
  if (!ends.from.includes(from.kind)) return refuse(`${kind} can’t start at a ${from.kind}.`);
  if (!ends.to.includes(end)) return refuse(`${kind} can’t lead to a ${end}.`);
  const own = isCoreRelation(kind) ? undefined : relationTypeOf(kind, codebook)?.attributes;
  const attributes = fitted(
    own ? renamed(link.attributes, own) : link.attributes,
    attributesOfRelation(kind, codebook),
    (name) => leftOut(`${link.label}.${name}`),
  );
  const json = JSON.stringify(attributes);
  if (isUnkeepable(json)) return refuse(unkeepableReason);
  const id = making.nextId();
  made.set(link.id, { id, kind });
  const version = {
    ...plain,
    kind,
    attributes: json,
    anchor: link.cue ? anchorOf(link.cue, making) : null,
    fromId: from.id,
    toId: to?.id ?? null,
    toEntityId: toEntity ?? null,
    toArticle: "article" in link.to,
  };
  return [tagOf(link.made, { id, type: "relation", entityId: null }, version, making)];
}

type Said = Pick<PreparedVersion, "kind" | "attributes" | "anchor" | "fromId" | "toId" | "toEntityId" | "toArticle">;
const plain = { anchor: null, fromId: null, toId: null, toEntityId: null, toArticle: false };

function tagOf(
  { by, at }: Made,
  head: Pick<PreparedTag, "id" | "type" | "entityId">,
  said: Said,
  { around, nextId }: Making,
): PreparedTag {
  const { data, codebookVersion, project } = around;
  const createdBy = around.person(by);
  const createdAt = instantOf(at) ?? around.now;
  const accepted = data.as === "accepted" && !(project.twoPersonRule && createdBy === around.by);
  const origin = `import:${data.format}`;
  return {
    ...head,
    state: accepted ? "accepted" : "open",
    derivedFrom: [],
    createdBy,
    createdAt,
    versions: [{ ...said, number: 1, state: "open", codebookVersion, origin, createdBy, createdAt }],
    verdicts: accepted
      ? [
          {
            id: nextId(),
            version: 1,
            resultVersion: null,
            stateBefore: "open",
            decision: "accept",
            reason: "",
            wish: null,
            createdBy: around.by,
            createdAt: around.now,
          },
        ]
      : [],
  };
}

/** Only a whole instant with its zone says when something was. */
const instantOf = (at: string | undefined): string | undefined =>
  at && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(Date.parse(at))
    ? new Date(at).toISOString()
    : undefined;

const anchorOf = (ranges: readonly CodePointRange[], { passage: whole, revisionId }: Making): Anchor => ({
  revisionId: revisionId as Anchor["revisionId"],
  segments: segmentsOf(whole, ranges).map(({ start, end, quote, prefix, suffix }) => ({
    start,
    end,
    quote,
    prefix,
    suffix,
  })),
});

/** What a kind has room for; the rest is told by its name. */
function fitted(
  said: Record<string, unknown>,
  schema: z.ZodType<Record<string, unknown>>,
  leftOut: (name: string) => void,
): Record<string, unknown> {
  const first = schema.safeParse(said);
  if (first.success) return first.data;
  const wrong = new Set(
    first.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys : issue.path.slice(0, 1).map(String),
    ),
  );
  for (const name of wrong) leftOut(name);
  const rest = schema.safeParse(Object.fromEntries(Object.entries(said).filter(([name]) => !wrong.has(name))));
  return rest.success ? rest.data : {};
}

/** Attributes by the names that the codebook has for them, and values as their types say the same. */
function renamed(said: Attributes, own: readonly LabelAttribute[]): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(said)) {
    const known = own.find(({ slug, name: called }) => slug === name || called === name || slug === slugOf(name));
    all[known?.slug ?? name] = known ? sameAs(value, known) : value;
  }
  return all;
}

function sameAs(value: Value, { type, choices }: LabelAttribute): unknown {
  if (type === "text" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (type === "number" && typeof value === "string" && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
  if (type === "yes-no" && typeof value === "boolean") return value ? "yes" : "no";
  if (type === "choice") return choices.find(({ slug, name }) => slug === value || name === value)?.slug ?? value;
  if (type === "choices" && Array.isArray(value))
    return value.map((each: Value) => choices.find(({ slug, name }) => slug === each || name === each)?.slug ?? each);
  return value;
}

function thread(note: Note, making: Making): PreparedThread[] {
  const { around, nextId, made, refused } = making;
  const { person, now } = around;
  const tag = typeof note.on === "object" && "tag" in note.on ? made.get(note.on.tag) : undefined;
  const about = typeof note.on === "object" && "tag" in note.on;
  const remarks = note.remarks.filter(({ body }) => body.trim() !== "");
  const [first] = remarks;
  if (!first) return [];
  const refuse = (reason: string) => {
    refused.push({ ...lineOf(note), reason, record: JSON.stringify(note).slice(0, 2000) });
    return [];
  };
  if (about && !tag) return refuse("The tag that it is about was left out or set aside.");
  if (remarks.some(({ body }) => isUnkeepable(body))) return refuse(unkeepableReason);
  if (remarks.some(({ body }) => body.length > commentSchema.longest))
    return refuse(`A comment is longer than ${commentSchema.longest} characters.`);
  const comments = remarks.map(({ body, by, at }) => ({
    id: nextId(),
    body,
    prose: null,
    createdBy: person(by),
    createdAt: instantOf(at) ?? now,
    editedAt: null,
  }));
  const [opened] = comments;
  const createdBy = opened?.createdBy ?? around.by;
  const createdAt = opened?.createdAt ?? now;
  return [
    {
      id: nextId(),
      on: tag ? "tag" : typeof note.on === "object" ? "passage" : "report",
      tagId: tag?.id ?? null,
      anchor: typeof note.on === "object" && "segments" in note.on ? anchorOf(note.on.segments, making) : null,
      state: note.resolved ? "resolved" : "open",
      createdBy,
      createdAt,
      resolvedBy: note.resolved ? around.by : null,
      resolvedAt: note.resolved ? now : null,
      comments,
    },
  ];
}
