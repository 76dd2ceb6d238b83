import { type Editor, type EditorOptions, Extension } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { TextDocument } from "@/editor/document";
import { toJson } from "@/editor/document";
import { drawingPlugin } from "@/editor/drawing";
import { type Drawn, lengthOf } from "@/editor/drawn";
import { clearPaint, domRange, type HighlightName, highlightPlugin, paint } from "@/editor/highlights";
import { AnnotationLayer, annotationPlugin } from "@/editor/layer";
import { letterUnder, pointNear } from "@/editor/pointing";
import { type Positions, positionsOf, type Span } from "@/editor/positions";
import { textNodes } from "@/editor/schema";

/** A report's text on the screen: it is read, chosen from and marked, never written in. */
export type TextView = {
  readonly element: HTMLElement;
  readonly document: TextDocument;
  readonly positions: Positions;
  draw(change: { put?: readonly Drawn[]; remove?: readonly string[] }): void;
  drawn(id: string): Drawn | undefined;
  /** Ids of the annotations on the words under an element of the text, the shortest first. */
  under(target: EventTarget | null): string[];
  paint(name: HighlightName, spans: readonly Span[]): void;
  /** The spans that the browser's own selection covers, exactly; empty when it lies elsewhere. */
  selected(): Span[];
  /** The code point at a place in the window, in pixels; undefined where no text is. */
  pointAt(x: number, y: number): number | undefined;
  /** The same, but wherever the place is: the nearest code point in sight. */
  pointNear(x: number, y: number): number | undefined;
  /** The code point of the very letter at a place in the window. */
  letterUnder(x: number, y: number): number | undefined;
  /** Where spans stand in the window, line by line. */
  rectsOf(spans: readonly Span[]): DOMRect[];
  rangeOf(span: Span): Range;
  /** The section's margin, to draw in beside its words. */
  margin(section: number): HTMLElement | undefined;
  sections(): HTMLElement[];
  /** Takes what is painted off the page; the editor is its owner's. */
  close(): void;
};

/** Keeps ProseMirror from selecting, dragging, typing and copying: choosing words, and what leaves of them, is ours. */
const hands = {
  mousedown: () => true,
  dragstart: () => true,
  drop: () => true,
  paste: () => true,
  cut: () => true,
  copy: () => true,
};

/** What is drawn over and beside a report's words. */
const Marks = Extension.create({
  name: "marks",
  addProseMirrorPlugins: () => [drawingPlugin(), annotationPlugin(), highlightPlugin()],
});

/**
 * An editor to read in: without commands, keys and clipboard, which are for writing. It begins empty, because TipTap
 * draws what it holds a second time when React takes it over: `openText` puts the text in. `attributes` are its element's.
 */
export const reading = (attributes: Record<string, string>): Partial<EditorOptions> => ({
  extensions: [...textNodes, Marks],
  content: { type: "doc" },
  enableCoreExtensions: false,
  injectCSS: false,
  editable: false,
  editorProps: { attributes, editable: () => false, handleDOMEvents: hands, handleKeyDown: () => true },
});

/** Puts a text into an editor made with `reading`, which is on the page. */
export function openText({ view, schema }: Editor, document: TextDocument): TextView {
  const positions = positionsOf(document);
  const layer = new AnnotationLayer(positions);
  const doc = schema.nodeFromJSON(toJson(document));
  view.updateState(EditorState.create({ doc, plugins: view.state.plugins }));
  const rangesOf = (spans: readonly Span[]) => positions.rangesOf(spans);
  const painted = new Map<HighlightName, readonly Span[]>();

  return {
    element: view.dom,
    document,
    positions,
    draw(change) {
      view.dispatch(layer.change(view.state, change));
      // New marks bring new text nodes: what is painted over them has to be painted there.
      for (const [name, spans] of painted) paint(view, name, rangesOf(spans));
    },
    drawn: (id) => layer.get(id),
    under: (target) => under(view.dom, layer, target),
    paint(name, spans) {
      if (spans.length > 0) painted.set(name, spans);
      else painted.delete(name);
      paint(view, name, rangesOf(spans));
    },
    selected: () => selected(view, positions),
    pointAt(x, y) {
      const found = view.posAtCoords({ left: x, top: y });
      return found ? positions.toCodePoint(found.pos) : undefined;
    },
    pointNear: (x, y) => pointNear(view, positions, { x, y }),
    letterUnder: (x, y) => letterUnder(view, positions, { x, y }),
    rectsOf: (spans) => rangesOf(spans).flatMap(({ from, to }) => [...domRange(view, from, to).getClientRects()]),
    rangeOf({ start, end }) {
      const ranges = rangesOf([{ start, end }]);
      return domRange(view, ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? 0);
    },
    margin: (section) => view.dom.children[section]?.querySelector<HTMLElement>(".section-margin") ?? undefined,
    sections: () => [...view.dom.children].filter((child) => child instanceof HTMLElement),
    close: clearPaint,
  };
}

function under(root: HTMLElement, layer: AnnotationLayer, target: EventTarget | null): string[] {
  const ids = new Set<string>();
  const start = target instanceof Element ? target : null;
  for (let at = start; at && at !== root; at = at.parentElement) {
    const { id, ids: many } = at instanceof HTMLElement ? at.dataset : {};
    if (id) ids.add(id);
    for (const each of many?.split(" ") ?? []) ids.add(each);
  }
  const length = (id: string) => lengthOf(layer.get(id)?.spans ?? []);
  return [...ids].toSorted((a, b) => length(a) - length(b));
}

function selected(view: EditorView, positions: Positions): Span[] {
  const selection = view.dom.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(view.dom)) return [];
  const within = (node: Node) => view.dom.contains(node);
  const from = within(range.startContainer) ? view.posAtDOM(range.startContainer, range.startOffset, 1) : 0;
  const to = within(range.endContainer)
    ? view.posAtDOM(range.endContainer, range.endOffset, -1)
    : view.state.doc.content.size;
  return positions.spansOf(from, to);
}
