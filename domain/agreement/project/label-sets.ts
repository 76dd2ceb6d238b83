import type { LabelledSpan } from "@/domain/agreement/labelled-span";

/** Joins the labels of a position that has several: `claim + place`. */
export const together = " + ";

/** The category of positions whose labels together are too rare to stand for themselves. */
export const otherSet = "several labels";

/**
 * One rater's spans cut so that they no longer overlap: each piece has as its label all labels that lie on it, in
 * the order of `order`. A place inside a claim is thus a position of its own, "claim + place", and hides nothing.
 */
export function labelSets(spans: readonly LabelledSpan[], order: readonly string[]): LabelledSpan[] {
  const bits = new Map(order.map((label, place) => [label, place]));
  const edges: { at: number; label: number; turn: 1 | -1 }[] = [];
  for (const { start, end, label } of spans) {
    const place = bits.get(label);
    if (place === undefined || end <= start) continue;
    edges.push({ at: start, label: place, turn: 1 }, { at: end, label: place, turn: -1 });
  }
  edges.sort((a, b) => a.at - b.at);

  const depth = new Int32Array(order.length);
  const pieces: LabelledSpan[] = [];
  let from = 0;
  let open = 0;
  for (const { at, label, turn } of edges) {
    if (open > 0 && at > from) pieces.push({ start: from, end: at, label: named(depth, order) });
    from = at;
    open += turn;
    depth[label] = (depth[label] ?? 0) + turn;
  }
  return pieces;
}

function named(depth: Int32Array, order: readonly string[]): string {
  let name = "";
  for (let place = 0; place < order.length; place++) {
    if ((depth[place] ?? 0) > 0) name = name === "" ? (order[place] ?? "") : `${name}${together}${order[place]}`;
  }
  return name;
}

/** The sets that occur, single labels first, then the most frequent; `rare` holds those beyond `most`. */
function commonSets(
  positions: ReadonlyMap<string, number>,
  order: readonly string[],
  most = 12,
): { readonly sets: readonly string[]; readonly rare: ReadonlySet<string> } {
  const joined = [...positions.keys()].filter((set) => !order.includes(set));
  joined.sort((a, b) => (positions.get(b) ?? 0) - (positions.get(a) ?? 0) || (a < b ? -1 : 1));
  const kept = joined.slice(0, Math.max(0, most));
  const rare = new Set(joined.slice(kept.length));
  const single = order.filter((label) => positions.has(label));
  return { sets: [...single, ...kept, ...(rare.size > 0 ? [otherSet] : [])], rare };
}

/** How spans are cut into pieces for positions, and which labels those pieces have. */
export interface LabelSets {
  readonly sets: readonly string[];
  readonly cut: (spans: readonly LabelledSpan[]) => LabelledSpan[];
}

export function labelSetsFor(positions: ReadonlyMap<string, number>, order: readonly string[]): LabelSets {
  const { sets, rare } = commonSets(positions, order);
  return {
    sets,
    cut: (spans) =>
      labelSets(spans, order).map((piece) => (rare.has(piece.label) ? { ...piece, label: otherSet } : piece)),
  };
}
