import { Extension, type Extensions } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";
import { Plugin } from "@tiptap/pm/state";
import { isProse } from "@/domain/prose/check";
import { plainOf } from "@/domain/prose/plain";
import { type Content, commentSchema, type ProseSchema } from "@/domain/prose/schema";
import { ListDirection } from "@/editor/prose/list-direction";
import { commonParts, type MakePart, type Rules } from "@/editor/prose/parts";
import { ShownSelection } from "@/editor/prose/shown-selection";

/** What a node may hold, in ProseMirror's words. */
const expression = ({ first, of, least }: Content) =>
  first ? `${first} (${of.join(" | ")})*` : `(${of.join(" | ")})${least === 0 ? "*" : "+"}`;

const UndoRedo = Extension.create({
  name: "undoRedo",
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () => command(this.editor.state, this.editor.view.dispatch);
    return { "Mod-z": run(undo), "Mod-Shift-z": run(redo), "Mod-y": run(redo) };
  },
});

/** Keeps to what can be sent: what would make a text too long or nest it too deep does nothing, and is told. */
export const Bounds = Extension.create<{ schema: ProseSchema; refused: () => void }>({
  name: "bounds",
  addOptions: () => ({ schema: commentSchema, refused: () => undefined }),
  addProseMirrorPlugins() {
    const { schema, refused } = this.options;
    return [
      new Plugin({
        filterTransaction(transaction) {
          if (!transaction.docChanged) return true;
          const prose: unknown = transaction.doc.toJSON();
          const fits = isProse(prose, schema) && plainOf(prose).length <= schema.longest;
          if (!fits) refused();
          return fits;
        },
      }),
    ];
  },
});

/**
 * All that a text of a schema is written with: its nodes and marks, and taking back. Pasted text is cleaned to it. `more`
 * makes what comments and notes do not have.
 */
export function proseExtensions(schema: ProseSchema, more: Readonly<Record<string, MakePart>> = {}): Extensions {
  const make = ([name, { holds, attributes }]: [string, { holds?: Content; attributes?: Rules }]) => {
    const maker = more[name] ?? commonParts[name];
    if (!maker) throw new Error(`No editor writes “${name}”.`);
    const content = holds && {
      content: expression(holds),
      ...(holds.marks && { marks: holds.marks.join(" ") }),
    };
    return maker({ base: { name, ...content }, rules: attributes });
  };
  return [
    ...Object.entries(schema.nodes).map(make),
    ...Object.entries(schema.marks).map(make),
    UndoRedo,
    ShownSelection,
    ListDirection,
  ];
}
