import { z } from "zod";
import { Layer } from "@/domain/access/layer";
import type { Heard } from "@/domain/formats/native/full";
import type { FullRecord } from "@/domain/formats/native/records";
import { fullSegments, type LeanSegment } from "@/domain/formats/native/text";
import { writtenAs } from "@/domain/formats/native/usual";
import { EntityId, ProjectId, ReportId, TagId } from "@/domain/ids";
import { AnnotationKind } from "@/domain/tag/kind";
import { RelationKind } from "@/domain/tag/relation";
import { Origin, TagState, type TagVersion } from "@/domain/tag/tag";

/**
 * A tag with one version, no decision and nothing unusual about it, as nearly all are, read without going through every
 * schema for every field: the same record as `full.ts` and `records.ts` make of it. Undefined for any other, and for any
 * in which something is not as it should be: those are read with the schemas, which say what is wrong.
 */
export function plainTag(json: unknown, heard: Heard): FullRecord | undefined {
  if (!isObject(json) || unusual.some((key) => json[key] !== undefined)) return undefined;
  if (json["record"] === "annotation") return annotation(json, heard);
  return json["record"] === "relation" && json["cue"] === undefined ? relation(json, heard) : undefined;
}

/** What makes a tag unusual, where it is said. */
const unusual = ["earlier", "verdicts", "attributesAsSaid", "toEntityAsSaid", "derivedFrom"] as const;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function annotation(json: Json, heard: Heard): FullRecord | undefined {
  const kind = annotationKind(json["kind"]);
  const common = commonOf(json, heard);
  const { segments: said, revisionId } = json;
  if (kind === undefined || !common || revisionId !== undefined || !Array.isArray(said)) return undefined;
  if (!said.every(isSegment)) return undefined;
  const { words } = common;
  const segments = fullSegments(said, words);
  const anchor = { revisionId: words.revisionId, segments };
  const { tag, versionOf } = common;
  const own = { ...anchor, type: "annotation" as const, kind };
  return { record: "annotation", ...tag, ...own, versions: [versionOf({ kind, anchor })], verdicts: [] };
}

function relation(json: Json, heard: Heard): FullRecord | undefined {
  const kind = relationKind(json["kind"]);
  const common = commonOf(json, heard);
  const from = tagId(json["from"]);
  if (kind === undefined || !common || from === undefined) return undefined;
  const ends: Pick<TagVersion, "to" | "toEntity" | "toArticle"> & { from: TagId } = { from };
  if (json["to"] !== undefined && !put(ends, "to", tagId(json["to"]))) return undefined;
  if (json["toEntity"] !== undefined && !put(ends, "toEntity", entityId(json["toEntity"]))) return undefined;
  if (json["toArticle"] !== undefined && !put(ends, "toArticle", json["toArticle"] === true || undefined))
    return undefined;
  const { tag, versionOf } = common;
  const own = { ...ends, type: "relation" as const, kind };
  return { record: "relation", ...tag, ...own, versions: [versionOf({ kind, ...ends })], verdicts: [] };
}

function put<T, Key extends keyof T>(into: T, key: Key, value: T[Key] | undefined): boolean {
  if (value === undefined) return false;
  into[key] = value;
  return true;
}

/** What both kinds of tags say alike. */
function commonOf(json: Json, { usual, people, projectId: project, report }: Heard) {
  if (!report) return undefined;
  const [id, projectId, reportId] = [tagId(json["id"]), projectIdOf(project), reportIdOf(report.id)];
  const { createdBy: by, createdAt: at, updatedBy, updatedAt, attributes } = json;
  const makers = [by, or(updatedBy, by)].map((each) => (typeof each === "number" ? people.get(each) : undefined));
  const [createdBy, changedBy] = makers;
  const [createdAt, changedAt] = [instant(at), instant(or(updatedAt, at))];
  const [origin, layer] = [originOf(or(json["origin"], usual.origin)), layerOf(or(json["layer"], usual.layer))];
  const [state, writtenIn] = [stateOf(json["state"]), stateOf(or(json["writtenAs"], writtenAs))];
  const [version, codebookVersion] = [
    or(json["version"], usual.version),
    or(json["codebookVersion"], usual.codebookVersion),
  ];
  if (id === undefined || projectId === undefined || reportId === undefined) return undefined;
  if (createdBy === undefined || changedBy === undefined || createdAt === undefined || changedAt === undefined)
    return undefined;
  if (origin === undefined || layer === undefined || state === undefined || writtenIn === undefined) return undefined;
  if (!isCount(version) || !isCount(codebookVersion)) return undefined;
  if (!isObject(attributes) || Object.hasOwn(attributes, "__proto__")) return undefined;
  const work = { attributes, origin, codebookVersion };
  return {
    words: report.words,
    tag: {
      ...{ id, projectId, reportId, layer, state, version },
      ...work,
      ...{ createdBy, createdAt, updatedBy: changedBy, updatedAt: changedAt },
    },
    versionOf: <T extends object>(said: T) => ({
      ...{ number: version, state: writtenIn, by: changedBy, at: changedAt },
      ...work,
      ...said,
    }),
  };
}

/** What is left out is not the same as null, which nobody writes. */
const or = (value: unknown, usual: unknown): unknown => (value === undefined ? usual : value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const inSegments = new Set(["start", "end", "quote", "prefix", "suffix"]);

function isSegment(value: unknown): value is LeanSegment {
  if (!isObject(value)) return false;
  for (const key in value) if (!inSegments.has(key)) return false;
  const { start, end, quote, prefix, suffix } = value;
  const placed = Number.isSafeInteger(start) && Number(start) >= 0 && isCount(end) && typeof quote === "string";
  return placed && isText(prefix) && isText(suffix);
}

const isText = (value: unknown) => value === undefined || typeof value === "string";

/** Words that were checked before, which are few and come again and again. */
const most = 2000;

/** The value that a schema makes of a text; one that was seen before is not checked again. */
function checkedOnce<Schema extends z.ZodType>(schema: Schema): (value: unknown) => z.output<Schema> | undefined {
  const known = new Map<string, z.output<Schema> | undefined>();
  return (value) => {
    if (typeof value !== "string") return undefined;
    if (known.has(value)) return known.get(value);
    const parsed = schema.safeParse(value);
    if (known.size >= most) known.clear();
    known.set(value, parsed.data);
    return parsed.data;
  };
}

const [annotationKind, relationKind] = [checkedOnce(AnnotationKind), checkedOnce(RelationKind)];
const [originOf, layerOf, stateOf] = [checkedOnce(Origin), checkedOnce(Layer), checkedOnce(TagState)];
const [instant, projectIdOf, reportIdOf] = [
  checkedOnce(z.iso.datetime()),
  checkedOnce(ProjectId),
  checkedOnce(ReportId),
];
const tagId = (value: unknown) => TagId.safeParse(value).data;
const entityId = (value: unknown) => EntityId.safeParse(value).data;
