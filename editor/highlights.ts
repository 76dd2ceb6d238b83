import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

/** What changes with every move of the hand is painted over the text, without touching the document. */
export const highlightNames = [
  "active-claim",
  "active-place",
  "active-source",
  "active-custom",
  "picked",
  "hovered",
  "linked",
  "chosen",
  "proposed",
  "proposed-here",
  "found",
  "found-here",
] as const;
export type HighlightName = (typeof highlightNames)[number];

export type Painted = { readonly from: number; readonly to: number };

const key = new PluginKey<DecorationSet>("highlights");

/** For browsers without the CSS Custom Highlight API: the same names as classes of a few spans. */
export function highlightPlugin() {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set) {
        const change = transaction.getMeta(key) as { name: HighlightName; painted: readonly Painted[] } | undefined;
        if (!change) return set;
        const old = set.find(undefined, undefined, (spec) => spec["name"] === change.name);
        const fresh = change.painted.map(({ from, to }) =>
          Decoration.inline(from, to, { nodeName: "span", class: `painted-${change.name}` }, { name: change.name }),
        );
        return set.remove(old).add(transaction.doc, fresh);
      },
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
  });
}

const supported = () => typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";

/** Paints these stretches with a name, and nothing else with it. */
export function paint(view: EditorView, name: HighlightName, painted: readonly Painted[]) {
  if (!supported()) {
    view.dispatch(view.state.tr.setMeta(key, { name, painted }));
    return;
  }
  if (painted.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...painted.map(({ from, to }) => domRange(view, from, to)));
  highlight.priority = highlightNames.indexOf(name);
  CSS.highlights.set(name, highlight);
}

export function clearPaint() {
  if (supported()) for (const name of highlightNames) CSS.highlights.delete(name);
}

/** The range of the page between two positions. */
export function domRange(view: EditorView, from: number, to: number): Range {
  const range = document.createRange();
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
