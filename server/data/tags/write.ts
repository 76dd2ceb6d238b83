import "server-only";
import type { ReportState } from "@/domain/report/report";
import { namedEntities } from "@/domain/tag/check-annotation";
import type { TagEntry, Writes } from "@/domain/tag/ledger";
import type { ReportNow } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import type { Read } from "@/server/data/tags/situation";
import { writingStatement } from "@/server/data/tags/write-statement";
import { together } from "@/server/data/together";
import { type Sql, sql } from "@/server/data/transaction";
import { isUnreachable } from "@/server/data/trouble";

/** What a run of changes decided, on what was looked at, and the state that it leaves the report in. */
export type Change = {
  situation: Pick<Read, "actor" | "now" | "gate" | "layersOpen"> & { report: ReportNow };
  writes: Writes;
  state: ReportState;
};

const patient = { text: writingStatement(""), name: "write-tags" };
const hasty = { text: writingStatement("skip locked"), name: "write-tags-hasty" };

/** Writes one change, waiting for those who hold its rows; false when somebody was faster and nothing was written. */
export async function writeTags(db: Sql, change: Change): Promise<boolean> {
  const [written] = await write(db, [change], patient);
  return written === true;
}

/** Writes the changes of several reports under their locks; tells of each whether it was written. */
export const writeTagsOfMany = (tx: Sql, changes: readonly Change[]): Promise<boolean[]> => write(tx, changes, patient);

/** What writes more than this is long under way, and nobody should have to wait for it. */
const few = 20;

/** Whether a change may share a statement with others: a small one that leaves its report's state alone. */
export const mayShare = ({ situation, writes, state }: Change): boolean =>
  state === situation.report.state && writes.versions.length <= few;

/**
 * Writes a change together with the others that come while some are under way: one commit, and yet each is all or
 * nothing for itself. False also when it would have had to wait for somebody, or when one of the others made the
 * statement fail: then nothing was written, and it has to be written alone.
 */
export const writeTagsTogether = together(writeMany, { gather: 50, most: 50, apart: tagsOf });

async function writeMany(changes: readonly Change[]): Promise<readonly boolean[]> {
  try {
    return await write(sql, changes, hasty);
  } catch (error) {
    if (changes.length === 1 || isUnreachable(error)) throw error;
    return changes.map(() => false);
  }
}

function tagsOf({ writes }: Change): string[] {
  return [...writes.heads.map(({ tag }) => tag.id), ...writes.leansOn.map(({ id }) => id)];
}

async function write(db: Sql, changes: readonly Change[], { text, name }: typeof patient): Promise<boolean[]> {
  const rowsOf = <Row extends object>(rows: (writes: Writes) => readonly Row[]) =>
    JSON.stringify(changes.flatMap(({ writes }, nth) => rows(writes).map((row) => ({ nth, ...row }))));
  const written = await db.rows<{ nth: number }>(
    text,
    [
      JSON.stringify(changes.map(changeRow)),
      rowsOf(({ heads }) => heads.map(headRow)),
      rowsOf(({ versions }) => versions.map(versionRow)),
      rowsOf(({ verdicts }) => verdicts.map(verdictRow)),
      rowsOf(({ entries }) => entries.map(entryRow)),
      rowsOf(({ leansOn }) => leansOn),
      rowsOf(({ undone }) => undone.map((id) => ({ id }))),
    ],
    name,
  );
  const fresh = new Set(written.map(({ nth }) => nth));
  return changes.map((_, nth) => fresh.has(nth));
}

const changeRow = ({ situation: { actor, report, now, gate, layersOpen }, writes, state }: Change, nth: number) => ({
  nth,
  workspace: actor.workspaceId,
  project: report.projectId,
  report: report.id,
  seen: report.state,
  state,
  layers_open: layersOpen,
  person: actor.userId,
  gate,
  at: now,
  changed: writes.heads.filter(({ seen }) => seen !== null).length,
  leaning: writes.leansOn.length,
});

function headRow({ tag, seen, seenState }: Writes["heads"][number]) {
  const span = tag.type === "annotation" ? tag.segments : [];
  const source =
    tag.type === "annotation" && tag.kind === "source" ? namedEntities("source", tag.attributes)[0] : undefined;
  return {
    id: tag.id,
    seen,
    seen_state: seenState,
    report_id: tag.reportId,
    type: tag.type,
    kind: tag.kind,
    layer: tag.layer,
    state: tag.state,
    version: tag.version,
    span_start: span[0]?.start,
    span_end: span.at(-1)?.end,
    ...endsOf(tag),
    entity_id: source?.id,
    derived_from: tag.derivedFrom,
    created_by: tag.createdBy,
    created_at: tag.createdAt,
    updated_by: tag.updatedBy,
    updated_at: tag.updatedAt,
  };
}

function versionRow({ tag, opId }: Writes["versions"][number]) {
  const anchor = tag.type === "annotation" ? { revisionId: tag.revisionId, segments: tag.segments } : tag.cue;
  return {
    tag_id: tag.id,
    number: tag.version,
    kind: tag.kind,
    state: tag.state,
    attributes: tag.attributes,
    codebook_version: tag.codebookVersion,
    anchor,
    ...endsOf(tag),
    origin: tag.origin,
    op_id: opId,
  };
}

const endsOf = (tag: Tag) =>
  tag.type === "relation"
    ? { from_id: tag.from, to_id: tag.to, to_entity_id: tag.toEntity, to_article: tag.toArticle }
    : {};

const verdictRow = (verdict: Writes["verdicts"][number]) => ({
  id: verdict.id,
  tag_id: verdict.tagId,
  version: verdict.version,
  result_version: verdict.resultVersion,
  state_before: verdict.stateBefore,
  decision: verdict.decision,
  reason: verdict.reason,
  wish: verdict.wish,
  op_id: verdict.opId,
  created_by: verdict.by,
  created_at: verdict.at,
});

const entryRow = ({ did, tag, verdictId }: TagEntry) => ({
  report_id: tag.reportId,
  did,
  tag_id: tag.id,
  version: tag.version,
  layer: tag.layer,
  ...(verdictId && { refs: { verdictId } }),
});
