import type { Thread } from "@/domain/discussion/thread";
import type { DatasetHeader, EntityRecord, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { EntityId, UserId } from "@/domain/ids";
import type {
  AnnotatedDocument,
  Attributes,
  Author,
  Link,
  LinkEnd,
  Made,
  NamedEntity,
  Note,
  Span,
} from "@/domain/interchange/document";
import type { Anchor, Annotation, Relation } from "@/domain/tag/tag";
import { codePoint } from "@/domain/text/offsets";

/** What documents of a dataset need to look up: names of people and entities, by id. */
export type Names = { author(id: UserId): Author; entity(id: EntityId): EntityRecord | undefined };

export function namesIn({ people, entities }: DatasetHeader): Names {
  const person = new Map(people.map(({ id, name }) => [id, name]));
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  return { author: (id) => ({ id, name: person.get(id) ?? id }), entity: (id) => known.get(id) };
}

/** A report with what leaves of it as the one shape that other tools' formats are written from. */
export function documentOf({ report, annotations, relations, threads }: ReportBundle, names: Names): AnnotatedDocument {
  const metadata: Record<string, string> = {};
  for (const name of ["outlet", "author", "published", "retrieved", "url", "language", "direction"] as const) {
    const said = report[name];
    if (said !== undefined) metadata[name] = said;
  }
  return {
    key: report.id,
    title: report.title,
    text: report.text,
    metadata,
    spans: annotations.map((each) => spanOf(each, names)),
    links: relations.map((each) => linkOf(each, names)),
    notes: threads.map((each) => noteOf(each, names)),
  };
}

/** The entities that spans and links may name. Those merged into others are named by the others. */
export const entitiesIn = ({ entities }: DatasetHeader): NamedEntity[] =>
  entities
    .filter(({ mergedInto }) => mergedInto === undefined)
    .map(({ id, name, kind, aliases, grades: _grades, createdBy, createdAt, projectId, version, ...said }) => ({
      key: id,
      name,
      kind,
      aliases,
      attributes: jsonOf(said),
    }));

function spanOf(record: TagRecord<Annotation>, names: Names): Span {
  const { tag } = record;
  const { entityId, ...attributes } = tag.attributes;
  return {
    id: tag.id,
    label: tag.kind,
    segments: rangesOf(tag.segments),
    attributes: jsonOf(attributes),
    ...(typeof entityId === "string" ? { entity: entityId } : {}),
    made: madeOf(record, names),
  };
}

function linkOf(record: TagRecord<Relation>, names: Names): Link {
  const { tag } = record;
  return {
    id: tag.id,
    label: tag.kind,
    from: tag.from,
    to: endOf(tag),
    attributes: jsonOf(tag.attributes),
    ...(tag.cue ? { cue: rangesOf(tag.cue.segments) } : {}),
    made: madeOf(record, names),
  };
}

function endOf({ to, toEntity }: Relation): LinkEnd {
  if (to) return { span: to };
  return toEntity ? { entity: toEntity } : { article: true };
}

function madeOf({ tag, verdicts }: TagRecord<Annotation | Relation>, { author }: Names): Made {
  return {
    by: author(tag.createdBy),
    at: tag.createdAt,
    state: tag.state,
    version: tag.version,
    layer: tag.layer,
    origin: tag.origin,
    ...(verdicts.length === 0
      ? {}
      : {
          review: verdicts.map(({ decision, reason, version, by, at }) => ({
            decision,
            reason,
            version,
            by: author(by),
            at,
          })),
        }),
  };
}

function noteOf({ id, target, state, comments }: Thread, { author }: Names): Note {
  return {
    on: onOf(target),
    resolved: state === "resolved",
    remarks: comments.map(({ body, by, at }) => ({ thread: id, body, by: author(by), at })),
  };
}

function onOf(target: Thread["target"]): Note["on"] {
  if (target.on === "report") return "document";
  return target.on === "tag" ? { tag: target.tagId } : { segments: rangesOf(target.anchor.segments) };
}

const rangesOf = (segments: Anchor["segments"]) =>
  segments.map(({ start, end }) => ({ start: codePoint(start), end: codePoint(end) }));

/** Attributes come out of JSON and are JSON. Of a note other formats get the words, which stand beside its formatting. */
const jsonOf = ({ noteProse: _formatted, ...attributes }: { noteProse?: unknown }) => attributes as Attributes;
