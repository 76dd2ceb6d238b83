import "server-only";
import type { Assignment } from "@/domain/assignment/assignment";
import { type From, steps } from "@/domain/assignment/machine";
import { fail } from "@/domain/failure";
import type { ReportId, UserId } from "@/domain/ids";
import { isOverruled } from "@/domain/seen";
import { lastToDo } from "@/server/data/entries";
import type { ReportStanding } from "@/server/data/standings";
import type { Tx } from "@/server/data/transaction";

export type Whose = { reportId: ReportId; userId: UserId };

/** What they are told who say where they saw the work, if a colleague has brought it elsewhere. */
export async function movedMeanwhile(
  tx: Tx,
  { projectId, reportId }: ReportStanding,
  {
    current,
    whose: { userId },
    seen,
    to,
  }: { current: Assignment | undefined; whose: Whose; seen: From | undefined; to: From | undefined },
) {
  const state = current?.state ?? "none";
  if (!isOverruled(state, { seen, wish: to })) return undefined;
  const deeds = steps.filter((step) => step.to === state).map(({ did }) => did);
  const changed = await lastToDo(tx, deeds, { projectId, reportId, userId });
  return fail({ kind: "conflict", current: current ?? null, fields: ["state"], changed });
}
