import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import type { Writes } from "@/domain/tag/ledger";
import { closedNamesOf, type Kept, keep, keepUnderLock, lockTags } from "@/server/data/tags/keep";
import { type Read, readSituation } from "@/server/data/tags/situation";
import type { Asked } from "@/server/data/tags/situation-row";
import { inTransaction, type Sql, sql, type Tx } from "@/server/data/transaction";
import { isTaken, lostARace } from "@/server/data/trouble";
import { openNamed } from "@/server/operations/open-entities";

/** Every lost race lets somebody else win, so this many in a row mean that the tags are rewritten without a pause. */
const patience = 20;

/** What some people want of a report's tags, and how it is decided once everything it names was read. */
export type Wish<T> = {
  /** Who may not do this in the project at all is told so once, however many changes they sent. */
  deed: "tag" | "decide";
  asked: Asked;
  decide: (situation: Read) => { answers: T; writes: Writes };
  /** Whether the decision needs the report for itself from the start. */
  locked?: boolean;
  /** What else belongs to it, in the same transaction once the tags are written; only where it is `locked`. */
  alongside?: (tx: Tx, situation: Read, writes: Writes) => Promise<void>;
};

/**
 * Reads, decides, writes: the one way of every change to tags. The answer is given when the database has it.
 * Whoever was beaten to it is decided again, on what is there then.
 */
export async function writeTags<T>(actor: Actor, reportId: ReportId, wish: Wish<T>): Promise<Result<T>> {
  let locked = wish.locked ?? false;
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const way = locked ? underLock : attempt === 0 ? inCompany : alone;
    const tried: Tried<T> = await way(actor, reportId, wish);
    if (!tried.ok) return tried;
    if (tried.value.kept === "kept") return ok(tried.value.answers);
    locked ||= tried.value.kept === "must be locked";
  }
  return fail({ kind: "unavailable", reason: "busy" });
}

type Tried<T> = Result<{ answers: T; kept: Kept }>;
type Way = { db: Sql; keep: (situation: Read, writes: Writes) => Promise<Kept> };

const inCompany = <T>(actor: Actor, reportId: ReportId, wish: Wish<T>): Promise<Tried<T>> =>
  attempt(actor, reportId, wish, { db: sql, keep: (...all) => keep(...all, false) });

const alone = <T>(actor: Actor, reportId: ReportId, wish: Wish<T>): Promise<Tried<T>> =>
  attempt(actor, reportId, wish, { db: sql, keep: (...all) => keep(...all, true) });

const underLock = <T>(actor: Actor, reportId: ReportId, wish: Wish<T>): Promise<Tried<T>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    await lockTags(tx, reportId, wish.asked.tags);
    return attempt(actor, reportId, wish, {
      db: tx,
      async keep(situation, writes) {
        const kept = await keepUnderLock(tx, situation, writes);
        if (kept === "kept") {
          await showWhatIsNamed(tx, situation, writes);
          await wish.alongside?.(tx, situation, writes);
        }
        return kept;
      },
    });
  });

async function attempt<T>(actor: Actor, reportId: ReportId, wish: Wish<T>, way: Way): Promise<Tried<T>> {
  const { deed, asked, decide } = wish;
  const situation = await readSituation(way.db, actor, reportId, asked);
  if (!situation) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, situation.standing, deed);
  if (refusal) return fail(refusal);
  const { answers, writes } = decide(situation);
  return ok({ answers, kept: await beaten(() => way.keep(situation, writes)) });
}

/** Whoever sees a tag sees whom it names: an entity comes out of its closed layer with the first tag that others see. */
export async function showWhatIsNamed(tx: Tx, situation: Read, writes: Writes): Promise<void> {
  const { actor, standing, layersOpen, report } = situation;
  const layer = writingLayer(actor.userId, standing);
  const named = closedNamesOf(situation, writes).filter((each) => layersOpen || each.layer !== layer);
  await openNamed(tx, actor, report.projectId, named);
}

/** A unique key already taken and a deadlock are lost races like any other; the database has undone them. */
async function beaten(write: () => Promise<Kept>): Promise<Kept> {
  try {
    return await write();
  } catch (error) {
    if (isTaken(error) || lostARace(error)) return "somebody was faster";
    throw error;
  }
}
