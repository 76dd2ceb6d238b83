import { decideAll, takeBack } from "@/client/desk/actions/review";
import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import { replay } from "@/client/desk/write";

/** Undoing one's own steps, and doing them again. */
export function undoOf(core: Core): Pick<Desk, "undo" | "redo" | "canUndo" | "canRedo"> {
  const { history } = core;
  return {
    undo() {
      const step = history.undo();
      if (!step) return;
      replay(core, step.pairs, true);
      for (const { id } of step.decided) void takeBack(core, id);
    },
    redo() {
      const step = history.redo();
      if (!step) return;
      replay(core, step.pairs, false);
      if (step.decided.length > 0) decideAll(core, step.decided, false);
    },
    canUndo: history.canUndo,
    canRedo: history.canRedo,
  };
}
