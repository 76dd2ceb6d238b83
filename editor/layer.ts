import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Piece } from "@/editor/document";
import type { Drawn } from "@/editor/drawn";
import { type Mark, marksOf, type Stretch } from "@/editor/marks";
import type { Positions } from "@/editor/positions";

type Change = { remove: Decoration[]; add: Decoration[] };

const key = new PluginKey<DecorationSet>("annotations");

/** Holds the marks beside the text. It never rebuilds: a change names what goes and what comes. */
export function annotationPlugin() {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const change = transaction.getMeta(key) as Change | undefined;
        if (!change) return marks;
        const left = change.remove.length > 0 ? marks.remove(change.remove) : marks;
        return change.add.length > 0 ? left.add(transaction.doc, change.add) : left;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Which annotations stand on which piece, and the transactions that draw what changed. */
export class AnnotationLayer {
  readonly #positions: Positions;
  readonly #byId = new Map<string, Drawn>();
  readonly #byPiece = new Map<Piece, Map<string, Stretch[]>>();
  readonly #marks = new Map<Piece, Map<string, Decoration>>();

  constructor(positions: Positions) {
    this.#positions = positions;
  }

  get(id: string): Drawn | undefined {
    return this.#byId.get(id);
  }

  on(piece: Piece): Stretch[] {
    return [...(this.#byPiece.get(piece)?.values() ?? [])].flat();
  }

  /** The transaction that draws these annotations, new or changed, and takes those away. */
  change(state: EditorState, { put = [], remove = [] }: { put?: readonly Drawn[]; remove?: readonly string[] }) {
    const touched = new Set<Piece>();
    for (const id of remove) this.#forget(id, touched);
    for (const drawn of put) {
      this.#forget(drawn.id, touched);
      this.#byId.set(drawn.id, drawn);
      for (const { piece, from, to } of this.#positions.rangesOf(drawn.spans)) {
        const here = this.#byPiece.get(piece) ?? new Map<string, Stretch[]>();
        this.#byPiece.set(piece, here);
        here.set(drawn.id, [...(here.get(drawn.id) ?? []), { drawn, from, to }]);
        touched.add(piece);
      }
    }
    return this.#redraw(state.tr, touched);
  }

  #forget(id: string, touched: Set<Piece>) {
    const drawn = this.#byId.get(id);
    if (!drawn) return;
    this.#byId.delete(id);
    for (const { piece } of this.#positions.rangesOf(drawn.spans)) {
      this.#byPiece.get(piece)?.delete(id);
      touched.add(piece);
    }
  }

  #redraw(transaction: Transaction, pieces: Iterable<Piece>): Transaction {
    const change: Change = { remove: [], add: [] };
    for (const piece of pieces) {
      const before = this.#marks.get(piece) ?? new Map<string, Decoration>();
      const after = new Map<string, Decoration>();
      for (const mark of marksOf(this.on(piece))) {
        const name = `${mark.from} ${mark.to} ${mark.className} ${mark.ids.join(" ")}`;
        const kept = before.get(name);
        const decoration = kept ?? asDecoration(mark);
        if (!kept) change.add.push(decoration);
        before.delete(name);
        after.set(name, decoration);
      }
      change.remove.push(...before.values());
      this.#marks.set(piece, after);
    }
    return transaction.setMeta(key, change).setMeta("addToHistory", false);
  }
}

function asDecoration({ from, to, className, ids }: Mark): Decoration {
  const [only = ""] = ids;
  const attributes = {
    nodeName: "mark",
    class: className,
    ...(ids.length > 1 ? { "data-ids": ids.join(" ") } : { "data-id": only }),
  };
  return Decoration.inline(from, to, attributes, { ids });
}
