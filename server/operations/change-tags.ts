import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { type Answer, decideChanges, type Sent } from "@/domain/tag/change";
import type { Tag } from "@/domain/tag/tag";
import { askedBy } from "@/server/data/tags/asked";
import { type Kept, keep, keepUnderLock, lockTags } from "@/server/data/tags/keep";
import { type Asked, readSituation } from "@/server/data/tags/situation";
import { inTransaction, sql } from "@/server/data/transaction";
import { isTaken, lostARace } from "@/server/data/trouble";

/** Every lost race lets somebody else win, so this many in a row mean that the tags are rewritten without a pause. */
const patience = 20;

/**
 * Changes tags of one report: each change is answered for itself, in order, and the answer is only given when the
 * database has it. Whoever was beaten to it is decided again, on what is there then.
 */
export async function changeTags(
  actor: Actor,
  reportId: ReportId,
  sent: readonly Sent[],
): Promise<Result<readonly Answer[]>> {
  const asked = askedBy(sent.flatMap((each) => (each.ok ? [each.value] : [])));
  let locked = false;
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const tried: Tried = locked
      ? await underLock(actor, reportId, { sent, asked })
      : await attemptTo(actor, reportId, { sent, asked }, { db: sql, keep });
    if (!tried.ok) return tried;
    if (tried.value.kept === "kept") return ok(tried.value.answers);
    locked ||= tried.value.kept === "must be locked";
  }
  return fail({ kind: "unavailable", reason: "busy" });
}

type Changes = { sent: readonly Sent[]; asked: Asked };
type Way = { db: typeof sql; keep: typeof keep };
type Tried = Result<{ answers: readonly Answer[]; kept: Kept }>;

const underLock = (actor: Actor, reportId: ReportId, changes: Changes): Promise<Tried> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await lockTags(tx, reportId, changes.asked.tags);
    return attemptTo(actor, reportId, changes, { db: tx, keep: (...all) => keepUnderLock(tx, ...all) });
  });

async function attemptTo(actor: Actor, reportId: ReportId, { sent, asked }: Changes, way: Way): Promise<Tried> {
  const situation = await readSituation(way.db, actor, reportId, asked);
  if (!situation) return fail({ kind: "not-found" });
  const { answers, writes } = decideChanges(situation, sent);
  return ok({ answers, kept: await beaten(() => way.keep(situation, writes)) });
}

/** A unique key already taken and a deadlock are lost races like any other, when no transaction hangs on them. */
async function beaten(write: () => Promise<Kept>): Promise<Kept> {
  try {
    return await write();
  } catch (error) {
    if (isTaken(error) || lostARace(error)) return "somebody was faster";
    throw error;
  }
}

/** A single change, answered as the thing itself. */
export async function changeTag(actor: Actor, reportId: ReportId, sent: Sent): Promise<Result<Tag>> {
  const answers = await changeTags(actor, reportId, [sent]);
  if (!answers.ok) return answers;
  const [answer] = answers.value;
  if (!answer) throw new Error("A change was not answered.");
  return answer.ok ? ok(answer.tag) : answer;
}
