import type { UserId, VerdictId } from "@/domain/ids";
import type { Ledger } from "@/domain/tag/ledger";
import type { KeptVerdict } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import { type Decide, isAccepting, type Verdict } from "@/domain/verdict";

/** The verdict that a tag's state rests on; none while it waits for a decision or is withdrawn. */
export const standingVerdict = (ledger: Ledger, { id, state }: Pick<Tag, "id" | "state">): KeptVerdict | undefined =>
  state === "open" || state === "withdrawn" ? undefined : ledger.verdictsOn(id).findLast(({ undone }) => !undone);

type Seeing = { by: UserId; seen: VerdictId | null | undefined };

/** Whether somebody would overrule a colleague's verdict without having seen it. One's own is always one's own. */
export const isUnseen = (stands: Pick<Verdict, "id" | "by">, { by, seen }: Seeing): boolean =>
  stands.by !== by && stands.id !== seen;

/**
 * Whether a decision leaves what stands as it is: both accept and nothing is changed, or it says the same again. Taking
 * over unseen never stands in for a look.
 */
export function agrees(stands: Verdict, { decision, reason, change }: Decide): boolean {
  if (change !== undefined) return false;
  if (decision === "accept-unseen") return stands.decision === "accept-unseen";
  if (isAccepting(decision)) return isAccepting(stands.decision);
  return decision === stands.decision && reason === stands.reason && stands.wish === undefined;
}

/** A verdict as everybody is told it, without what only repeating and undoing it takes. */
export const shownVerdict = ({ opId: _op, stateBefore: _before, undone: _undone, ...verdict }: KeptVerdict): Verdict =>
  verdict;
