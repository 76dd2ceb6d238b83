import type { Assignment } from "@/domain/assignment/assignment";
import { isOpenWork } from "@/domain/assignment/machine";
import type { UserId } from "@/domain/ids";

type Work = Pick<Assignment, "userId" | "state" | "origin"> & { submitted: boolean };

/**
 * Whether everybody who works on a blind report has handed it in, so that its layers open. A report of the pool waits
 * for as many analysts as the pool wants. Somebody who picked the report up for themselves never opens it alone, nor
 * while somebody who was not asked is at work on it: submitting would be a way to look at others' work.
 *
 * @param taggers whoever has tags of their own in the report's blind layers
 */
export function allAreIn(work: readonly Work[], poolSize: number, taggers: readonly UserId[]): boolean {
  const done = work.filter(({ submitted, state }) => submitted && !isOpenWork(state));
  const own = work.some(({ origin }) => origin === "own");
  const needed = Math.max(1, work.some(({ origin }) => origin === "pool") ? poolSize : 0, own ? 2 : 0);
  if (done.length < needed || work.some(({ state }) => isOpenWork(state))) return false;
  return !own || taggers.every((tagger) => done.some(({ userId }) => userId === tagger));
}
