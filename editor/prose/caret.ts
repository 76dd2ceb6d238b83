import type { EditorState } from "@tiptap/pm/state";
import { callBefore } from "@/domain/notification/mentions";

/** What stands for a person or a line break among words, so that offsets are places in the paragraph. */
const ATOM = "\ufffc";

/** The `@…` that is being written before the caret: ProseMirror positions of its two ends, and the words. */
export function callAtCaret({ selection }: EditorState): { from: number; to: number; words: string } | undefined {
  const { $from, empty, from } = selection;
  if (!empty || !$from.parent.isTextblock) return undefined;
  const before = $from.parent.textBetween(0, $from.parentOffset, ATOM, ATOM);
  const call = callBefore(before, before.length);
  if (!call || call.words.includes(ATOM)) return undefined;
  return { from: from - before.length + call.from, to: from, words: call.words };
}

/** Where a place in plain words (UTF-16 units) is in the document that `proseOf` makes of them. */
export const positionIn = (plain: string, offset: number): number =>
  1 + offset + (plain.slice(0, offset).split("\n").length - 1);
