import { searchOf } from "@/components/queue/search";
import type { QueueFilters, QueueRow } from "@/domain/review/queue";

export type Queued = Pick<QueueRow, "reportId" | "waiting" | "toSettle">;

/**
 * Where a row's review begins: its report, in review mode, with the queue's filters for the reports after it. Where
 * only analysts' tags are to be settled, that is their comparison.
 */
export function addressOf({ reportId, waiting, toSettle }: Queued, filters: QueueFilters): string {
  if (waiting === 0 && toSettle && toSettle.settled < toSettle.tags) return `/reports/${reportId}/compare`;
  const search = searchOf(filters);
  search.set("review", "1");
  return `/reports/${reportId}?${search}`;
}
