import type { AssignmentState } from "@/domain/assignment/assignment";
import type { UserId } from "@/domain/ids";

/** What is left for a reviewer once nothing waits for them in a report. */
export type NextStep =
  /** Analysts' tags of an independent report are still to be settled, in its comparison. */
  | { step: "settle"; tags: number }
  /** Somebody submitted work on which tags were returned: it goes back to them. */
  | { step: "return"; to: UserId; returned: number }
  /** Tags are back with somebody who has the report: they are waited for. */
  | { step: "wait"; for: UserId | null; returned: number }
  /** Somebody else has to accept what this reviewer wrote. */
  | { step: "leave"; tags: number }
  /** Nothing is left: the report can be closed. `unfinished` are those whose work would end with it. */
  | { step: "close"; unfinished: readonly UserId[] };

type About = {
  /** Tags that wait for somebody else than this reviewer. */
  forOthers: number;
  unsettled: number;
  /** Returned tags, by whose they are. */
  returned: ReadonlyMap<UserId, number>;
  work: readonly { userId: UserId; state: AssignmentState }[];
};

/** The steps that are left, the one to take now first. Nothing is closed over the head of somebody it waits for. */
export function nextSteps({ forOthers, unsettled, returned, work }: About): NextStep[] {
  const steps: NextStep[] = [];
  if (unsettled > 0) steps.push({ step: "settle", tags: unsettled });
  const stateOf = new Map(work.map(({ userId, state }) => [userId, state]));
  for (const [userId, count] of returned) {
    const state = stateOf.get(userId);
    if (state === "submitted" || state === "in review") steps.push({ step: "return", to: userId, returned: count });
    else steps.push({ step: "wait", for: state === undefined || state === "closed" ? null : userId, returned: count });
  }
  if (forOthers > 0) steps.push({ step: "leave", tags: forOthers });
  if (steps.length > 0) return steps;
  const unfinished = work.filter(
    ({ state }) => state === "assigned" || state === "in progress" || state === "returned",
  );
  return [{ step: "close", unfinished: unfinished.map(({ userId }) => userId) }];
}
