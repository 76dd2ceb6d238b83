import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { type Answer, decideChanges } from "@/domain/tag/change";
import { askedBy } from "@/server/data/tags/asked";
import { countAnew, keepManyUnderLock, lockReports } from "@/server/data/tags/keep-many";
import { readSituations } from "@/server/data/tags/situation";
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
 * order, and what is kept is kept together. Reports that this person can't change answer with why.
 */
export async function writeAcross(tx: Tx, actor: Actor, wanted: readonly InReport[]): Promise<Result<Answered[]>> {
  const answers: Answered[] = [];
  for (const [nth, some] of portionsOf(wanted).entries()) {
    if (nth === 1) await countAnew(tx);
    await lockReports(
      tx,
      some.map(({ reportId }) => reportId),
    );
    const questions = some.map(({ reportId, changes }) => ({ actor, reportId, asked: askedBy(changes) }));
    const situations = await readSituations(tx, questions);
    const decided = some.flatMap(({ changes }, nth) => {
      const situation = situations[nth];
      if (!situation) {
        answers.push(...changes.map((change) => ({ change, answer: fail({ kind: "not-found" }) })));
        return [];
      }
      const { answers: given, writes } = decideChanges(
        situation,
        changes.map((change) => ok(change)),
      );
      answers.push(...given.flatMap((answer, at) => (changes[at] ? [{ change: changes[at], answer }] : [])));
      return writes.heads.length > 0 ? [{ situation, writes }] : [];
    });
    if (!(await keepManyUnderLock(tx, decided))) return fail({ kind: "unavailable", reason: "busy" });
    for (const { situation, writes } of decided) await showWhatIsNamed(tx, situation, writes);
  }
  return ok(answers);
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
