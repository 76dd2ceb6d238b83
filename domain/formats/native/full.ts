import { z } from "zod";
import { fullBlocks, fullSegments, type Words, wordsOf } from "@/domain/formats/native/text";
import { type Usual, writtenAs } from "@/domain/formats/native/usual";
import { RevisionId, type UserId } from "@/domain/ids";

/** What the lines before one have said. */
export type Heard = {
  usual: Usual;
  projectId: string;
  people: Map<number, UserId>;
  report: { id: string; words: Words } | undefined;
};

const Person = z.int().positive();
const Segment = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const place = { revisionId: RevisionId.optional(), segments: z.array(Segment) };
const Place = z.object(place);
const Said = z.record(z.string(), z.unknown());
const work = { origin: z.string().optional(), codebookVersion: z.int().optional() };
const Version = z.looseObject({ ...work, kind: z.string().optional(), anchor: Place.optional(), by: Person });
const LeanVerdict = z.looseObject({ version: z.int().optional(), resultVersion: z.int().optional(), by: Person });
const head = {
  ...work,
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  version: z.int().optional(),
  layer: z.string().optional(),
  attributes: Said,
  createdBy: Person,
  createdAt: z.string(),
  updatedBy: Person.optional(),
  updatedAt: z.string().optional(),
  writtenAs: z.string().optional(),
  attributesAsSaid: Said.optional(),
  earlier: z.array(Version).default([]),
  verdicts: z.array(LeanVerdict).default([]),
};
const ends = { from: z.string(), to: z.string().optional(), toEntity: z.string().optional() };
const Block = z.union([
  z.tuple([z.int(), z.int()]),
  z.tuple([z.int(), z.int(), z.string()]),
  z.tuple([z.int(), z.int(), z.string(), Said]),
]);

const LeanRecord = z.discriminatedUnion("record", [
  z.looseObject({ record: z.literal("manifest") }),
  z.looseObject({ record: z.literal("codebook") }),
  z.looseObject({ record: z.literal("person"), number: Person }),
  z.looseObject({
    record: z.literal("entity"),
    createdBy: Person,
    grades: z.array(z.looseObject({ by: Person })).default([]),
  }),
  z.looseObject({
    record: z.literal("report"),
    id: z.string(),
    createdBy: Person,
    revisionId: RevisionId,
    text: z.string(),
    blocks: z.array(Block),
  }),
  z.looseObject({ record: z.literal("annotation"), ...head, ...place }),
  z.looseObject({
    record: z.literal("relation"),
    ...head,
    ...ends,
    toEntityAsSaid: z.string().optional(),
    toArticle: z.literal(true).optional(),
    cue: Place.optional(),
  }),
  z.looseObject({
    record: z.literal("thread"),
    id: z.string(),
    layer: z.string().optional(),
    target: z.looseObject({ on: z.string(), anchor: Place.optional() }),
    by: Person,
    resolvedBy: Person.optional(),
    comments: z.array(z.looseObject({ by: Person })),
  }),
  z.looseObject({ record: z.literal("end") }),
]);
type LeanRecord = z.infer<typeof LeanRecord>;
type LeanTag = Extract<LeanRecord, { record: "annotation" | "relation" }>;

/** Whatever a record of version 2 left out, said again. Throws a sentence about what can't be told. */
export function full(json: unknown, heard: Heard): unknown {
  const parsed = LeanRecord.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join(".") || "record"}: ${issue?.message ?? "unknown record"}`);
  }
  const record = parsed.data;
  const { projectId } = heard;
  switch (record.record) {
    case "entity": {
      const grades = record.grades.map((grade) => ({ ...grade, by: personIn(heard, grade.by) }));
      return { ...record, projectId, createdBy: personIn(heard, record.createdBy), grades };
    }
    case "report": {
      const words = wordsOf(record.revisionId, record.text);
      const whole = { offsetUnit: "code point", blocks: fullBlocks(record.blocks, words) };
      return { ...record, ...whole, projectId, createdBy: personIn(heard, record.createdBy) };
    }
    case "annotation":
    case "relation":
      return fullTag(record, heard);
    case "thread":
      return fullThread(record, heard);
    default:
      return record;
  }
}

function personIn({ people }: Heard, number: number): UserId {
  const id = people.get(number);
  if (id === undefined) throw new Error(`No line before names person ${number}.`);
  return id;
}

function reportIn({ report }: Heard, kind: string): { id: string; words: Words } {
  if (!report) throw new Error(`A ${kind} comes before any report.`);
  return report;
}

const fullPlace = ({ revisionId, segments }: z.infer<typeof Place>, words: Words) => ({
  revisionId: revisionId ?? words.revisionId,
  segments: fullSegments(segments, words),
});

/** Adds nothing where there is nothing to say. */
const given = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function fullTag(record: LeanTag, heard: Heard) {
  const { usual, projectId } = heard;
  const report = reportIn(heard, record.record);
  const by = personIn(heard, record.createdBy);
  const common = {
    origin: record.origin ?? usual.origin,
    codebookVersion: record.codebookVersion ?? usual.codebookVersion,
  };
  const version = record.version ?? usual.version;
  const tag = {
    ...common,
    ...placesOf(record, report.words),
    id: record.id,
    type: record.record,
    kind: record.kind,
    projectId,
    reportId: report.id,
    layer: record.layer ?? usual.layer,
    state: record.state,
    version,
    attributes: record.attributes,
    createdBy: by,
    createdAt: record.createdAt,
    updatedBy: record.updatedBy === undefined ? by : personIn(heard, record.updatedBy),
    updatedAt: record.updatedAt ?? record.createdAt,
    ...given({ derivedFrom: record["derivedFrom"] }),
  };
  const verdicts = record.verdicts.map((each) => ({
    reason: "",
    ...each,
    tagId: record.id,
    version: each.version ?? version,
    by: personIn(heard, each.by),
  }));
  const versions = [...record.earlier.map((each) => fullVersion(each, record, heard)), versionNow(record, tag)];
  return { record: record.record, ...tag, ...latest(verdicts), versions, verdicts };
}

type FullVerdict = { version: number; resultVersion?: number | undefined; tagId: string } & Record<string, unknown>;

/** The latest decision as a tag tells it. */
function latest(verdicts: readonly FullVerdict[]) {
  const last = verdicts.at(-1);
  if (!last) return {};
  const { tagId: _, resultVersion, version, ...verdict } = last;
  return { verdict: { ...verdict, version: resultVersion ?? version } };
}

function placesOf(record: LeanTag, words: Words): Record<string, unknown> {
  if (record.record === "annotation") return fullPlace(record, words);
  const { from, to, toEntity, toArticle, cue } = record;
  return { from, ...given({ to, toEntity, toArticle, cue: cue && fullPlace(cue, words) }) };
}

/** The last version of a tag, which says what the tag says. */
function versionNow(record: LeanTag, tag: Record<string, unknown>) {
  const { kind, origin, codebookVersion, revisionId, segments, from, to, toArticle } = tag;
  const relation = record.record === "relation" ? record : undefined;
  const anchor = relation ? tag["cue"] : { revisionId, segments };
  const toEntity = relation?.toEntityAsSaid ?? relation?.toEntity;
  return {
    ...{ number: tag["version"], kind, attributes: record.attributesAsSaid ?? record.attributes },
    ...given({ anchor, from, to, toEntity, toArticle }),
    ...{ state: record.writtenAs ?? writtenAs, origin, codebookVersion, by: tag["updatedBy"], at: tag["updatedAt"] },
  };
}

function fullVersion(version: z.infer<typeof Version>, { kind }: LeanTag, heard: Heard) {
  const { words } = reportIn(heard, "version");
  return {
    state: writtenAs,
    ...version,
    kind: version.kind ?? kind,
    origin: version.origin ?? heard.usual.origin,
    codebookVersion: version.codebookVersion ?? heard.usual.codebookVersion,
    by: personIn(heard, version.by),
    ...given({ anchor: version.anchor && fullPlace(version.anchor, words) }),
  };
}

function fullThread(record: Extract<LeanRecord, { record: "thread" }>, heard: Heard) {
  const report = reportIn(heard, "thread");
  const { target } = record;
  return {
    ...record,
    projectId: heard.projectId,
    reportId: report.id,
    layer: record.layer ?? heard.usual.layer,
    target: target.anchor ? { ...target, anchor: fullPlace(target.anchor, report.words) } : target,
    by: personIn(heard, record.by),
    ...given({ resolvedBy: record.resolvedBy && personIn(heard, record.resolvedBy) }),
    comments: record.comments.map((each) => ({ ...each, threadId: record.id, by: personIn(heard, each.by) })),
  };
}
