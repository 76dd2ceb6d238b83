import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, type Result } from "@/domain/failure";
import { type ReportId, type TagId, VerdictId } from "@/domain/ids";
import { verdictNotices } from "@/domain/notification/verdict-notices";
import { type Decided, type Deciding, decideTag, readChange, undoVerdict as undo } from "@/domain/review/decide";
import { openLedger } from "@/domain/tag/ledger";
import type { KeptVerdict } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import type { Decide, DecideEach, DecideRest } from "@/domain/verdict";
import { beginReview } from "@/server/data/assignments";
import { type Notice, notify, unnotify } from "@/server/data/notifications";
import { refreshReportState } from "@/server/data/report-state";
import { askedBy } from "@/server/data/tags/asked";
import { findTag, findVerdict, tagAsOf } from "@/server/data/tags/find";
import type { Read } from "@/server/data/tags/situation";
import type { Asked } from "@/server/data/tags/situation-row";
import { sql, type Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { rememberWork } from "@/server/operations/remember-work";
import { writeTags } from "@/server/operations/write-tags";

/** A reviewer decides on one tag, bound to the version they have seen. */
export async function decideOnTag(
  actor: Actor,
  { id, type }: Pick<Tag, "id" | "type">,
  decide: Decide,
): Promise<Result<Decided>> {
  const tag = await findTag(sql, actor, id);
  if (tag?.type !== type) return fail({ kind: "not-found" });
  const decided = await decideTags(actor, tag.reportId, [{ tagId: id, verdictId: newId(VerdictId), decide }], {
    tag,
  });
  if (!decided.ok) return decided;
  const [answer] = decided.value;
  if (!answer) throw new Error("A decision was not answered.");
  return answer;
}

/** One decision on many tags of a report at the versions seen; each is answered for itself. */
export const decideAlike = (
  actor: Actor,
  reportId: ReportId,
  { tags, decision, reason }: DecideRest,
): Promise<Result<readonly Result<Decided>[]>> =>
  decideEach(actor, reportId, { decisions: tags.map((each) => ({ ...each, decision, reason })) });

/** Several decisions on tags of one report, such as those on a claim and its links, in one transaction. */
export const decideEach = (
  actor: Actor,
  reportId: ReportId,
  { decisions }: DecideEach,
): Promise<Result<readonly Result<Decided>[]>> =>
  decideTags(
    actor,
    reportId,
    decisions.map(({ id, ...decide }) => ({ tagId: id, verdictId: newId(VerdictId), decide })),
  );

/** Decides on tags of one report. `tag` is the one that a single decision may change. */
export const decideTags = (
  actor: Actor,
  reportId: ReportId,
  decisions: readonly Deciding[],
  { tag, alsoRead = [] }: { tag?: Tag; alsoRead?: readonly TagId[] } = {},
): Promise<Result<readonly Result<Decided>[]>> =>
  writeTags<readonly Result<Decided>[]>(actor, reportId, {
    deed: "decide",
    locked: true,
    asked: askedToDecide(decisions, { tag, alsoRead }),
    decide(situation) {
      const ledger = openLedger(situation);
      const answers = decisions.map((each) =>
        ledger.find(each.tagId)?.reportId === reportId ? decideTag(ledger, each) : fail({ kind: "not-found" }),
      );
      return { answers, writes: ledger.writes() };
    },
    alongside: (tx, situation, { verdicts }) => tellOfVerdicts(tx, situation, verdicts),
  });

/** Authors hear of what came back, and work that was submitted is in review from its first decision on. */
async function tellOfVerdicts(tx: Tx, situation: Read, verdicts: readonly KeptVerdict[]): Promise<void> {
  const { actor, report } = situation;
  await notify(tx, ...noticesOf(situation, verdicts));
  if (verdicts.length === 0) return;
  const { id: reportId, projectId } = report;
  const begun = await beginReview(tx, reportId);
  for (const userId of begun) {
    const on = { reportId, projectId, standing: situation.standing };
    await rememberWork(tx, { actor, on, did: "began-review", userId });
  }
  if (begun.length > 0) await refreshReportState(tx, reportId);
}

const noticesOf = ({ actor, report, tags }: Read, verdicts: readonly KeptVerdict[]): Notice[] =>
  verdictNotices(verdicts, tags).map((line) => ({
    ...line,
    by: actor.userId,
    to: [line.to],
    projectId: report.projectId,
  }));

function askedToDecide(
  decisions: readonly Deciding[],
  { tag, alsoRead }: { tag: Tag | undefined; alsoRead: readonly TagId[] },
): Asked {
  const change = decisions[0]?.decide.change;
  const read = tag && change ? readChange(tag, change) : undefined;
  const asked = askedBy(read?.ok ? [read.value] : []);
  return { ...asked, tags: [...new Set([...asked.tags, ...decisions.map(({ tagId }) => tagId), ...alsoRead])] };
}

/** A reviewer takes their own latest verdict on a tag back. */
export async function undoVerdict(actor: Actor, id: VerdictId): Promise<Result<Tag>> {
  const found = await findVerdict(sql, actor, id);
  if (!found) return fail({ kind: "not-found" });
  const earlier = await tagAsOf(sql, actor, found.tagId, found.version);
  const undone = await writeTags<Result<Tag>>(actor, found.reportId, {
    deed: "decide",
    locked: true,
    asked: { ...askedBy([]), tags: [found.tagId] },
    decide(situation) {
      const ledger = openLedger(situation);
      const kept = ledger.verdictsOn(found.tagId).find((verdict) => verdict.id === id);
      const answers = kept ? undo(ledger, kept, earlier) : fail({ kind: "not-found" });
      return { answers, writes: ledger.writes() };
    },
    alongside(tx, situation, { undone }) {
      const before = situation.verdictsOf.get(found.tagId)?.filter((verdict) => undone.includes(verdict.id)) ?? [];
      return unnotify(tx, ...noticesOf(situation, before));
    },
  });
  return undone.ok ? undone.value : undone;
}
