import { type EditorState, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { callBefore } from "@/domain/discussion/mentions";

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

/**
 * Takes over what is selected on the screen now. Browsers tell of a selection after the key that made it, so that a
 * quick next key would meet the one before.
 */
export function takeSelection(view: EditorView): void {
  const selection = view.dom.ownerDocument.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, tr } = view.state;
  const anchor = doc.resolve(view.posAtDOM(anchorNode, selection.anchorOffset));
  const head = doc.resolve(view.posAtDOM(focusNode, selection.focusOffset));
  const now = TextSelection.between(anchor, head);
  if (!now.eq(view.state.selection)) view.dispatch(tr.setSelection(now));
}
