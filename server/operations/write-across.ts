import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { type Answer, decideChanges } from "@/domain/tag/change";
import type { Writes } from "@/domain/tag/ledger";
import { askedBy } from "@/server/data/tags/asked";
import { countAnew, keepManyUnderLock, lockReports } from "@/server/data/tags/keep-many";
import { type Read, readSituations } from "@/server/data/tags/situation";
import type { Tx } from "@/server/data/transaction";
import { showWhatIsNamed } from "@/server/operations/write-tags";

/** Changes of one report. */
export type InReport = { reportId: ReportId; changes: readonly TagChange[] };

/** A change, and what became of it. */
export type Answered = { change: TagChange; answer: Answer };

/** Changes that are read, decided and written together. */
const atOnce = 1000;

/**
 * Changes tags of many reports in one transaction, under the locks of all of them: each change is answered for itself, in
 * order, and what is kept is kept together. Reports that this person can't change answer with why. While the database
 * writes a portion the next one is decided, so that no change may lean on what those of another report make.
 */
export async function writeAcross(tx: Tx, actor: Actor, wanted: readonly InReport[]): Promise<Result<Answered[]>> {
  const answers: Answered[] = [];
  const portions = portionsOf(wanted);
  let ahead: Decided | undefined;
  for (const [nth, portion] of portions.entries()) {
    const decided = ahead ?? decide(await readFor(tx, actor, portion));
    answers.push(...decided.answers);
    const next = portions[nth + 1];
    const read = next && areApart(portion, next) ? await readFor(tx, actor, next) : undefined;
    const writing = keepManyUnderLock(tx, decided.writes);
    const [kept, following] = await Promise.all([writing, read && onceSent().then(() => decide(read))]);
    if (!kept) return fail({ kind: "unavailable", reason: "busy" });
    for (const { situation, writes } of decided.writes) await showWhatIsNamed(tx, situation, writes);
    if (nth === 0 && next) await countAnew(tx);
    ahead = following;
  }
  return ok(answers);
}

type Situations = readonly (InReport & { situation: Read | undefined })[];
type Decided = { answers: Answered[]; writes: { situation: Read; writes: Writes }[] };

async function readFor(tx: Tx, actor: Actor, portion: readonly InReport[]): Promise<Situations> {
  await lockReports(
    tx,
    portion.map(({ reportId }) => reportId),
  );
  const questions = portion.map(({ reportId, changes }) => ({ actor, reportId, asked: askedBy(changes) }));
  const situations = await readSituations(tx, questions);
  return portion.map((each, nth) => ({ ...each, situation: situations[nth] }));
}

function decide(read: Situations): Decided {
  const decided: Decided = { answers: [], writes: [] };
  for (const { situation, changes } of read) {
    const sent = changes.map((change) => ok(change));
    const { answers, writes } = situation ? decideChanges(situation, sent) : unknown;
    for (const [at, change] of changes.entries())
      decided.answers.push({ change, answer: answers[at] ?? fail({ kind: "not-found" }) });
    if (situation && writes && writes.heads.length > 0) decided.writes.push({ situation, writes });
  }
  return decided;
}

/** What is answered for a report that this person knows nothing of. */
const unknown: { answers: readonly Answer[]; writes?: undefined } = { answers: [] };

/** A report that comes in parts is read again once the part before was written. */
function areApart(portion: readonly InReport[], next: readonly InReport[]): boolean {
  const reports = new Set(portion.map(({ reportId }) => reportId));
  return !next.some(({ reportId }) => reports.has(reportId));
}

/** Once what is to be written is on its way to the database, which then works while this process does. */
async function onceSent(): Promise<void> {
  await turn();
  await turn();
}

/** As many reports together as have about so many changes; a report with very many comes in parts. */
function portionsOf(wanted: readonly InReport[]): InReport[][] {
  const parts = wanted
    .toSorted((a, b) => (a.reportId < b.reportId ? -1 : 1))
    .flatMap(({ reportId, changes }) =>
      Array.from({ length: Math.ceil(changes.length / atOnce) }, (_, nth) => ({
        reportId,
        changes: changes.slice(nth * atOnce, (nth + 1) * atOnce),
      })),
    );
  const portions: { of: InReport[]; changes: number }[] = [];
  for (const part of parts) {
    const last = portions.at(-1);
    const fits = last && last.changes + part.changes.length <= atOnce;
    if (fits && !last.of.some(({ reportId }) => reportId === part.reportId)) {
      last.of.push(part);
      last.changes += part.changes.length;
    } else portions.push({ of: [part], changes: part.changes.length });
  }
  return portions.map(({ of }) => of);
}
