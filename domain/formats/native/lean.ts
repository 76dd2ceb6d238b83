import type { Thread } from "@/domain/discussion/thread";
import { timesOf } from "@/domain/document/times";
import type { DatasetHeader, EntityRecord, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { Numbers } from "@/domain/formats/native/people";
import { leanBlocks, leanSegments, type Words } from "@/domain/formats/native/text";
import { type Usual, usualIn, writtenAs } from "@/domain/formats/native/usual";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import type { Anchor, Annotation, Relation, TagVersion } from "@/domain/tag/tag";
import type { Verdict } from "@/domain/verdict";

/**
 * Records of the native format, each thing said once: people by their number, nothing that the line of the report says,
 * no context that its text gives, and nothing that the manifest names as usual. `full.ts` undoes it. What is undefined
 * is left out where a record is written.
 */
export type Leaning = { usual: Usual; numbers: Numbers };

const unless = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value);
const same = (a: object, b: object) => a === b || JSON.stringify(a) === JSON.stringify(b);
const filled = <T>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined);

export function leanManifest(header: DatasetHeader) {
  const { codebook: _codebook, people: _people, entities: _entities, ...said } = header;
  const format = { format: "glossator-jsonl", formatVersion: 2, offsetUnit: "code point" };
  return { record: "manifest", ...format, ...said, attribution: gazetteerAttribution, usual: usualIn(header) };
}

export function leanEntity({ projectId: _, createdBy, grades, ...entity }: EntityRecord, { numbers }: Leaning) {
  const given = grades.map(({ by, ...grade }) => ({ ...grade, by: numbers.of(by) }));
  return { record: "entity", ...entity, createdBy: numbers.of(createdBy), grades: filled(given) };
}

export function leanReport({ projectId: _, offsetUnit: __, ...report }: ReportBundle["report"], { numbers }: Leaning) {
  return {
    record: "report",
    ...report,
    extraction: unless(report.extraction.extractor, "text 1") && report.extraction,
    foundConfirmed: unless(report.foundConfirmed, true),
    createdBy: numbers.of(report.createdBy),
    blocks: leanBlocks(report.blocks),
  };
}

const leanAnchor = ({ revisionId, segments }: Anchor, words: Words) => ({
  revisionId: unless(revisionId, words.revisionId),
  segments: leanSegments(segments, revisionId, words),
});

export function leanVerdict(
  { tagId: _, version, reason, by, ...said }: Verdict,
  current: number,
  { numbers }: Leaning,
) {
  return { ...said, version: unless(version, current), reason: unless(reason, ""), by: numbers.of(by) };
}

function leanVersion(version: TagVersion, { kind }: Annotation | Relation, leaning: Leaning, words: Words) {
  const { usual, numbers } = leaning;
  return {
    ...version,
    kind: unless(version.kind, kind),
    anchor: version.anchor && leanAnchor(version.anchor, words),
    state: unless(version.state, writtenAs),
    origin: unless(version.origin, usual.origin),
    codebookVersion: unless(version.codebookVersion, usual.codebookVersion),
    by: numbers.of(version.by),
  };
}

/** What both kinds of tags say alike. The last version is the tag itself, but for entities that were merged since. */
function leanHead({ tag, versions, verdicts }: TagRecord<Annotation | Relation>, leaning: Leaning, words: Words) {
  const { usual, numbers } = leaning;
  const now = versions.at(-1);
  return {
    state: tag.state,
    version: unless(tag.version, usual.version),
    layer: unless<string>(tag.layer, usual.layer),
    origin: unless(tag.origin, usual.origin),
    codebookVersion: unless(tag.codebookVersion, usual.codebookVersion),
    attributes: tag.attributes,
    derivedFrom: tag.derivedFrom,
    createdBy: numbers.of(tag.createdBy),
    createdAt: tag.createdAt,
    updatedBy: tag.updatedBy === tag.createdBy ? undefined : numbers.of(tag.updatedBy),
    updatedAt: unless(tag.updatedAt, tag.createdAt),
    writtenAs: now && unless<string>(now.state, writtenAs),
    attributesAsSaid: now && (same(now.attributes, tag.attributes) ? undefined : now.attributes),
    toEntityAsSaid: tag.type === "relation" ? unless(now?.toEntity, tag.toEntity) : undefined,
    earlier: filled(versions.slice(0, -1).map((each) => leanVersion(each, tag, leaning, words))),
    verdicts: filled(verdicts.map((each) => leanVerdict(each, tag.version, leaning))),
  };
}

function leanAnnotation(record: TagRecord<Annotation>, leaning: Leaning, words: Words) {
  const { id, kind, revisionId, segments } = record.tag;
  const place = leanAnchor({ revisionId, segments }, words);
  // The ranges of the report give the same, to whoever reads them.
  const time = words.timed.length > 0 ? timesOf(segments, words.timed) : undefined;
  return Object.assign({ record: "annotation", id, kind }, place, { time }, leanHead(record, leaning, words));
}

function leanRelation(record: TagRecord<Relation>, leaning: Leaning, words: Words) {
  const { id, kind, from, to, toEntity, toArticle, cue } = record.tag;
  const ends = { from, to, toEntity, toArticle, cue: cue && leanAnchor(cue, words) };
  return Object.assign({ record: "relation", id, kind }, ends, leanHead(record, leaning, words));
}

export const leanRecord = (
  record: TagRecord<Annotation> | TagRecord<Relation>,
  leaning: Leaning,
  words: Words,
): object => (isAnnotation(record) ? leanAnnotation(record, leaning, words) : leanRelation(record, leaning, words));

const isAnnotation = (record: TagRecord<Annotation> | TagRecord<Relation>): record is TagRecord<Annotation> =>
  record.tag.type === "annotation";

export function leanThread(thread: Thread, { usual, numbers }: Leaning, words: Words) {
  const { projectId: _, reportId: __, layer, target, by, resolvedBy, comments, ...said } = thread;
  return {
    record: "thread",
    ...said,
    layer: unless<string>(layer, usual.layer),
    target: target.on === "passage" ? { ...target, anchor: leanAnchor(target.anchor, words) } : target,
    by: numbers.of(by),
    resolvedBy: resolvedBy && numbers.of(resolvedBy),
    comments: comments.map(({ threadId: ___, by: who, ...comment }) => ({ ...comment, by: numbers.of(who) })),
  };
}
