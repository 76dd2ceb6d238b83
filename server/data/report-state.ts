import "server-only";
import type { z } from "zod";
import type { Standing } from "@/domain/access/actor";
import type { AssignmentState } from "@/domain/assignment/assignment";
import type { ReportId } from "@/domain/ids";
import type { ReportState, TagCounts, Triage } from "@/domain/report/report";
import { countedLayer, type ToSettle } from "@/domain/review/counting";
import { reportState, type Work, workOf } from "@/domain/review/report-state";
import { toSettle } from "@/server/data/counted";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";

type Counts = z.infer<typeof TagCounts>;

/** Keeps a report from being changed by anybody else until the transaction ends. */
export async function lockReport(tx: Tx, reportId: ReportId): Promise<void> {
  await tx.rows("select 1 from report where workspace_id = $1 and id = $2 for no key update", [
    tx.workspaceId,
    reportId,
  ]);
}

/** A report's tags in the counted layer by state; withdrawn ones are nobody's. Ask under its lock. */
export async function countTags(tx: Tx, reportId: ReportId, mode: Standing["mode"]): Promise<Counts> {
  const rows = await tx.rows<{ state: keyof Counts; count: number }>(
    `select state, count(*)::int as count from tag
      where workspace_id = $1 and report_id = $2 and layer = $3 and state <> 'withdrawn' group by state`,
    [tx.workspaceId, reportId, countedLayer(mode)],
    "count-tags",
  );
  return { open: 0, accepted: 0, returned: 0, rejected: 0, ...Object.fromEntries(rows.map((r) => [r.state, r.count])) };
}

/** What a report's assignments say about where it stands. Ask under its lock. */
export async function workAt(
  tx: Tx,
  reportId: ReportId,
  about: { mode: Standing["mode"]; layersOpen: boolean },
): Promise<Work> {
  const rows = await tx.rows<{ state: AssignmentState }>(
    `select state from assignment where workspace_id = $1 and report_id = $2
        and not (state = 'closed' and submitted_at is null)`,
    [tx.workspaceId, reportId],
    "work-at",
  );
  return workOf(
    rows.map(({ state }) => state),
    about,
  );
}

type About = {
  mode: Standing["mode"];
  triage: Triage;
  closed: boolean;
  state: ReportState;
  layersOpen: boolean;
  toSettle: ToSettle | null;
};

/**
 * Brings a report's kept state in step with its tags, triage and close. Ask after changing them, in the same
 * transaction; the report stays locked until its end.
 */
export async function refreshReportState(tx: Tx, reportId: ReportId): Promise<ReportState | undefined> {
  await lockReport(tx, reportId);
  const [about] = await tx.rows<About>(
    `select p.mode, r.triage, r.closed_at is not null as closed, r.state, r.layers_opened_at is not null as "layersOpen",
            ${toSettle({ role: "'editor'", mode: "p.mode" })} as "toSettle"
       from report r
       join project p on p.workspace_id = r.workspace_id and p.id = r.project_id
      where r.workspace_id = $1 and r.id = $2`,
    [tx.workspaceId, reportId],
  );
  if (!about) return undefined;
  const tags = await countTags(tx, reportId, about.mode);
  const { tags: theirs, settled } = about.toSettle ?? { tags: 0, settled: 0 };
  const state = reportState({ ...about, tags, work: await workAt(tx, reportId, about), unsettled: theirs - settled });
  if (state !== about.state) await setState(tx, tx.workspaceId, reportId, state);
  return state;
}

const setState = (db: Sql, workspaceId: string, reportId: ReportId, state: ReportState) =>
  db.rows("update report set state = $3 where workspace_id = $1 and id = $2", [workspaceId, reportId, state]);

/** Lets everybody on a report see all its layers; answers since when. */
export async function openLayersOf(tx: Tx, reportId: ReportId): Promise<string> {
  const [row] = await tx.rows<{ at: string }>(
    `update report set layers_opened_at = coalesce(layers_opened_at, now()) where workspace_id = $1 and id = $2
     returning ${instant("layers_opened_at")} as at`,
    [tx.workspaceId, reportId],
  );
  if (!row) throw new Error("The report is gone.");
  return row.at;
}
