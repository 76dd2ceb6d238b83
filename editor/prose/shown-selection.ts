import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

const shownSelection = new PluginKey<boolean>("shownSelection");

/** Shows which words are chosen while the keyboard is elsewhere, as when an address for them is written. */
export const showSelection = ({ state, dispatch }: EditorView, shown: boolean): void =>
  dispatch(state.tr.setMeta(shownSelection, shown).setMeta("addToHistory", false));

export const ShownSelection = Extension.create({
  name: "shownSelection",
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key: shownSelection,
      state: { init: () => false, apply: (tr, before) => tr.getMeta(shownSelection) ?? before },
      props: {
        decorations(state) {
          const { from, to, empty } = state.selection;
          if (empty || !shownSelection.getState(state)) return null;
          return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: "chosen" })]);
        },
      },
    }),
  ],
});
