import type { TagBody } from "@/domain/change/change";
import type { TagId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";
import type { Decision } from "@/domain/verdict";

/** One tag before and after; `before` is undefined when the step made it. */
export type Pair = { before: Tag | undefined; after: Tag };
export type Decided = { id: TagId; decision: Decision; reason: string; change?: TagBody };
/** What one gesture did, to be undone by one key. */
export type Step = { pairs: readonly Pair[]; decided: readonly Decided[]; at: number };

export type History = {
  remember(step: Step): void;
  undo(): Step | undefined;
  redo(): Step | undefined;
  canUndo(): boolean;
  canRedo(): boolean;
};

const KEPT = 500;
/** Typing that goes on within this time, in milliseconds, is one step. */
const ONE_BREATH = 3000;

/** The steps of one person on one report, newest last; a new step ends what could be redone. */
export function createHistory(): History {
  let done: Step[] = [];
  let undone: Step[] = [];
  return {
    remember(step) {
      const last = done.at(-1);
      const joined = last && undone.length === 0 ? goesOn(last, step) : undefined;
      done = joined ? [...done.slice(0, -1), joined] : [...done.slice(-KEPT), step];
      undone = [];
    },
    undo() {
      const step = done.pop();
      if (step) undone.push(step);
      return step;
    },
    redo() {
      const step = undone.pop();
      if (step) done.push(step);
      return step;
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  };
}

/** Two steps as one, when the second goes on writing in the same attribute of the same tag. */
function goesOn(last: Step, next: Step): Step | undefined {
  const [a, b] = [last.pairs[0], next.pairs[0]];
  if (!a?.before || !b?.before || last.pairs.length !== 1 || next.pairs.length !== 1) return undefined;
  if (last.decided.length + next.decided.length > 0 || next.at - last.at > ONE_BREATH) return undefined;
  const attribute = onlyWritten(a);
  if (a.after !== b.before || attribute === undefined || attribute !== onlyWritten(b)) return undefined;
  return { pairs: [{ before: a.before, after: b.after }], decided: [], at: next.at };
}

/** The one attribute in which text was changed, if that is all that happened. */
function onlyWritten({ before, after }: Pair): string | undefined {
  if (!before || before.state !== after.state || before.kind !== after.kind) return undefined;
  const keys = [...new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])];
  const changed = keys.filter((key) => key !== "noteProse" && before.attributes[key] !== after.attributes[key]);
  const [key] = changed;
  return changed.length === 1 && key && typeof after.attributes[key] === "string" ? key : undefined;
}
