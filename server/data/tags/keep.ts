import "server-only";
import type { ReportId, TagId } from "@/domain/ids";
import type { ReportState } from "@/domain/report/report";
import { countedLayer } from "@/domain/review/counting";
import { type Move, reportState, stateAfterMoves } from "@/domain/review/report-state";
import { namedEntities } from "@/domain/tag/check-annotation";
import type { Writes } from "@/domain/tag/ledger";
import type { Named } from "@/server/data/entities/opening";
import { countTags, lockReport, refreshReportState, workAt } from "@/server/data/report-state";
import type { Read } from "@/server/data/tags/situation";
import { mayShare, writeTags, writeTagsTogether } from "@/server/data/tags/write";
import { sql, type Tx } from "@/server/data/transaction";

/** Whether somebody else wrote between looking and writing; then nothing was written and it can be decided again. */
export type Kept = "kept" | "somebody was faster" | "must be locked";

/**
 * Writes without locking first, in one statement that is its own transaction. Where the report's tags would have to
 * be counted, a tag that others may just be linking to is taken away, or an entity is named that may have to come out
 * of its closed layer, it has to happen under the report's lock.
 * @param alone whether nobody else's change may come into the statement
 */
export async function keep(situation: Read, writes: Writes, alone: boolean): Promise<Kept> {
  if (writes.heads.length === 0) return "kept";
  const state = stateAfterMoves(situation.report.state, movesOf(situation, writes));
  if (state === undefined || takesEndsAway(situation, writes)) return "must be locked";
  if (closedNamesOf(situation, writes).length > 0) return "must be locked";
  const change = { situation, writes, state };
  const written = await (!alone && mayShare(change) ? writeTagsTogether(change) : writeTags(sql, change));
  return written ? "kept" : "somebody was faster";
}

/** Locks a report and tags of it before they are read. */
export async function lockTags(tx: Tx, reportId: ReportId, tags: readonly TagId[]): Promise<void> {
  await lockReport(tx, reportId);
  await tx.rows(
    "select 1 from tag where workspace_id = $1 and id = any($2::uuid[]) order by id for update",
    [tx.workspaceId, tags],
    "lock-tags",
  );
}

/** Writes what was decided under the lock, and brings the state of every report concerned in step. */
export async function keepUnderLock(tx: Tx, situation: Read, writes: Writes): Promise<Kept> {
  if (writes.heads.length === 0) return "kept";
  const state = await stateUnderLock(tx, situation, movesOf(situation, writes));
  if (!(await writeTags(tx, { situation, writes, state }))) return "somebody was faster";
  const others = new Set(writes.heads.map(({ tag }) => tag.reportId));
  // What was settled by this write is counted once it stands there.
  if (situation.standing.mode === "shared" || !situation.layersOpen) others.delete(situation.report.id);
  for (const other of [...others].toSorted()) await refreshReportState(tx, other);
  return "kept";
}

/** The state that a report is left in by some moves. Ask under its lock. */
export async function stateUnderLock(tx: Tx, situation: Read, moves: readonly Move[]): Promise<ReportState> {
  const { report, standing, triage, layersOpen } = situation;
  const known = stateAfterMoves(report.state, moves);
  if (known !== undefined) return known;
  const tags = await countTags(tx, report.id, standing.mode);
  for (const { before, after } of moves) {
    if (before !== undefined && before !== "withdrawn") tags[before] -= 1;
    if (after !== "withdrawn") tags[after] += 1;
  }
  const work = await workAt(tx, report.id, { mode: standing.mode, layersOpen });
  return reportState({ closed: report.closed, triage, tags, work });
}

/** What these writes do to the tags that count in their report. */
export function movesOf({ tags, report, standing }: Read, { heads }: Writes): Move[] {
  return heads
    .filter(({ tag }) => tag.reportId === report.id && tag.layer === countedLayer(standing.mode))
    .map(({ tag }) => {
      const before = tags.get(tag.id)?.state;
      return before === undefined ? { after: tag.state } : { before, after: tag.state };
    });
}

const takesEndsAway = ({ tags }: Read, { heads }: Writes): boolean =>
  heads.some(({ tag }) => {
    const before = tags.get(tag.id);
    return before?.type === "annotation" && (tag.state === "withdrawn" || tag.kind !== before.kind);
  });

/** The entities that these writes name and nobody sees but their maker, each with the layer it lies in. */
export function closedNamesOf({ closedEntities }: Read, { versions }: Writes): Named[] {
  if (closedEntities.size === 0) return [];
  const ids = versions.flatMap(({ tag }) => [
    ...(tag.type === "relation" && tag.toEntity ? [tag.toEntity] : []),
    ...namedEntities(tag.kind, tag.attributes).map(({ id }) => id),
  ]);
  return [...new Set(ids)].flatMap((id) => {
    const layer = closedEntities.get(id);
    return layer ? [{ id, layer }] : [];
  });
}
