import "server-only";
import type { ReportId } from "@/domain/ids";
import type { Writes } from "@/domain/tag/ledger";
import { refreshReportState } from "@/server/data/report-state";
import { movesOf, stateUnderLock } from "@/server/data/tags/keep";
import type { Read } from "@/server/data/tags/situation";
import { writeTagsOfMany } from "@/server/data/tags/write";
import type { Tx } from "@/server/data/transaction";

/** Keeps reports from being changed by anybody else until the transaction ends, always in one order. */
export async function lockReports(tx: Tx, reports: readonly ReportId[]): Promise<void> {
  await tx.rows(
    `select 1 from report where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [tx.workspaceId, reports],
    "lock-reports",
  );
}

/** Writes what was decided in several reports under their locks; false when one of them was changed meanwhile. */
export async function keepManyUnderLock(
  tx: Tx,
  decided: readonly { situation: Read; writes: Writes }[],
): Promise<boolean> {
  const changes = [];
  for (const { situation, writes } of decided)
    changes.push({ situation, writes, state: await stateUnderLock(tx, situation, movesOf(situation, writes)) });
  if (changes.length > 0 && !(await writeTagsOfMany(tx, changes)).every((written) => written)) return false;
  // What was settled by this write is counted once it stands there.
  for (const { situation } of decided)
    if (situation.standing.mode === "independent" && situation.layersOpen)
      await refreshReportState(tx, situation.report.id);
  return true;
}

/** Below so many tags the database is told how many there are by now, before more of them come. */
const few = 10_000;

/**
 * Plans made while there were hardly any tags read all of them each time. In a transaction that writes thousands nobody
 * but itself can have them made anew.
 */
export async function countAnew(tx: Tx): Promise<void> {
  const [row] = await tx.rows<{ few: boolean }>(
    "select reltuples < $1 as few from pg_class where oid = 'tag'::regclass",
    [few],
  );
  if (row?.few) await tx.rows("analyze tag, tag_version");
}
