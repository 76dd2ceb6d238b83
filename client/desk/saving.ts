import type { Saving } from "@/client/desk/desk";
import type { OutboxState } from "@/client/outbox/outbox";
import type { ReportId } from "@/domain/ids";

/**
 * What may truthfully be said about saving. "Saved" needs every change of this report to be acknowledged: nothing on
 * its way to the disk, nothing in the queue, nothing held up.
 */
export function savingOf(
  { unsaved, waiting, holds, blocked }: OutboxState,
  reportId: ReportId,
  savedAt: string | undefined,
): Saving {
  const mine = waiting.filter(({ row }) => row.reportId === reportId);
  const held = (is: "conflict" | "refused") =>
    mine.filter(({ row }) => holds.get(row.thing)?.is === is).map(({ row }) => row.thing);
  const free = mine.filter(({ row }) => !holds.has(row.thing)).length + unsaved;

  if (free > 0 && blocked) return { state: "on this device", waiting: free, why: blocked };
  const conflicts = held("conflict");
  if (conflicts.length > 0) return { state: "conflict", things: [...new Set(conflicts)] };
  const refused = held("refused");
  if (refused.length > 0) return { state: "refused", things: [...new Set(refused)] };
  if (free > 0) return { state: "saving", waiting: free };
  return { state: "saved", at: savedAt };
}
