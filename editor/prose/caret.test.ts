import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import { proseOf } from "@/domain/prose/plain";
import { commentSchema } from "@/domain/prose/schema";
import { callAtCaret, positionIn } from "@/editor/prose/caret";
import { proseExtensions } from "@/editor/prose/extensions";

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

/** An editor with these words and the caret at the `|` in them. */
function at(words: string): Editor {
  const caret = words.indexOf("|");
  const plain = words.replace("|", "");
  const editor = new Editor({ extensions: proseExtensions(commentSchema), content: proseOf(plain), injectCSS: false });
  editor.commands.setTextSelection(positionIn(plain, caret));
  open.push(editor);
  return editor;
}

test.each([
  { words: "Ask @an|", is: "an" },
  { words: "One line\n\nAsk @an| and others", is: "an" },
  { words: "mail desk@an|", is: undefined },
  { words: "@an, then |", is: "an, then " },
  { words: "@an  |", is: undefined },
])("$words", ({ words, is }) => {
  const { state } = at(words);
  const call = callAtCaret(state);
  expect(call?.words).toBe(is);
  if (call) expect(state.doc.textBetween(call.from, call.to)).toBe(`@${call.words}`);
});

test("a person who was chosen already is not written again", () => {
  const editor = at("@|");
  const userId = "01a229f5-8ac1-75cc-a89f-ac144cf96cba";
  editor.commands.insertContentAt({ from: 1, to: 2 }, [{ type: "mention", attrs: { userId, label: "Ana" } }]);
  editor.commands.insertContent(" @b");
  expect(callAtCaret(editor.state)?.words).toBe("b");
});
