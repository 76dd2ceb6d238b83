import type { Dataset, EntityRecord, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { ExportFile } from "@/domain/formats/format";
import type { Annotation, Relation, TagVersion } from "@/domain/tag/tag";

/** UTF-16 units that are written at once. */
const atOnce = 64 * 1024;

const line = (record: object) => `${JSON.stringify(record)}\n`;

/** Segments as code points of the report's text, [start, end], end exclusive. */
const places = (segments: readonly { start: number; end: number }[]) => segments.map(({ start, end }) => [start, end]);

function versionOf({ anchor, ...version }: TagVersion) {
  return { ...version, ...(anchor ? { revisionId: anchor.revisionId, segments: places(anchor.segments) } : {}) };
}

function annotationOf({ tag, versions, verdicts }: TagRecord<Annotation>) {
  const { type: _, projectId: _project, verdict: _latest, segments, ...said } = tag;
  return { record: "annotation", ...said, segments: places(segments), verdicts, versions: versions.map(versionOf) };
}

function relationOf({ tag, versions, verdicts }: TagRecord<Relation>) {
  const { type: _, projectId: _project, verdict: _latest, cue, ...said } = tag;
  const words = cue ? { cue: places(cue.segments) } : {};
  return { record: "relation", ...said, ...words, verdicts, versions: versions.map(versionOf) };
}

function* recordsOf({ report, annotations, relations, threads }: ReportBundle) {
  const { text: _, blocks: _blocks, projectId: _project, ...about } = report;
  yield { record: "report", ...about };
  for (const each of annotations) yield annotationOf(each);
  for (const each of relations) yield relationOf(each);
  for (const { projectId: _of, target, ...thread } of threads) {
    const on = target.on === "passage" ? { on: "passage", segments: places(target.anchor.segments) } : target;
    yield { record: "thread", ...thread, target: on };
  }
}

const entityOf = ({ projectId: _, ...entity }: EntityRecord) => ({ record: "entity", ...entity });

/**
 * What other tools' formats have no room for, one JSON object a line, keyed by the ids that those formats carry:
 * provenance of reports, and of each tag its state, author, verdicts with reasons and every version; entities with
 * their grades, and threads. People are named once and meant by their ids.
 */
async function* write(dataset: Dataset, { comments }: { comments: boolean }): AsyncIterable<string> {
  const { people, entities } = dataset.header;
  let waiting = "";
  for (const person of people) waiting += line({ record: "person", ...person });
  for (const entity of entities) waiting += line(entityOf(entity));
  const parts = { annotations: "all", relations: true } as const;
  for await (const bundle of dataset.reports(comments ? { ...parts, threads: true } : parts)) {
    for (const record of recordsOf(bundle)) {
      waiting += line(record);
      if (waiting.length < atOnce) continue;
      yield waiting;
      waiting = "";
    }
  }
  yield waiting + line({ record: "end", counts: await dataset.counts() });
}

/** The sidecar of every format that is not this product's own; file and sidecar together hold what the preview counts. */
export const reviewFile: ExportFile = {
  layer: "review",
  name: "review.jsonl",
  label: "Review (verdicts, threads, history)",
  rows: ({ reports, annotations, relations, threads, entities, mergedEntities }) =>
    reports + annotations + relations + threads + entities + mergedEntities,
  write,
};
