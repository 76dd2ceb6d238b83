import { type Drawn, isUnderlined, kindClass, penOf } from "@/editor/drawn";

/** One annotation's stretch of one piece, in document positions. */
export type Stretch = { readonly drawn: Drawn; readonly from: number; readonly to: number };

/** One `<mark>`: of one annotation, or, where too many overlap, of all that cover these words. */
export type Mark = {
  readonly from: number;
  readonly to: number;
  readonly className: string;
  readonly ids: readonly string[];
};

/** Nesting multiplies elements: a piece with more annotations than this is drawn flat. */
export const NESTED_AT_MOST = 15;
const LANES = 4;

/** The marks of one piece. Pure, so that a change redraws only the marks that differ. */
export function marksOf(stretches: readonly Stretch[]): Mark[] {
  const lanes = lanesOf(stretches.filter(({ drawn }) => isUnderlined(drawn.kind)));
  const look = (stretch: Stretch) => classOf(stretch.drawn, lanes.get(stretch) ?? 0);
  if (stretches.length <= NESTED_AT_MOST) {
    return stretches.map((stretch) => ({
      from: stretch.from,
      to: stretch.to,
      className: look(stretch),
      ids: [stretch.drawn.id],
    }));
  }
  return flat(stretches, look);
}

/** A short place inside a long one keeps the line close to its words; the long one's goes below. */
export function lanesOf<S extends { readonly from: number; readonly to: number }>(stretches: readonly S[]) {
  const lanes = new Map<S, number>();
  const placed: S[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)) {
    const taken = placed
      .filter((other) => other.from < stretch.to && stretch.from < other.to)
      .map((other) => lanes.get(other) ?? 0);
    lanes.set(stretch, Math.min(LANES - 1, Math.max(-1, ...taken) + 1));
    placed.push(stretch);
  }
  return lanes;
}

function classOf({ kind, state, mine, discussed }: Drawn, lane: number): string {
  const names = ["tag", `tag-${penOf(kind)}`, `is-${state}`, mine ? "is-mine" : "is-others"];
  if (penOf(kind) === "custom") names.push(kindClass(kind));
  if (discussed) names.push("is-discussed");
  if (isUnderlined(kind)) names.push(`lane-${lane}`);
  return names.join(" ");
}

function flat(stretches: readonly Stretch[], look: (stretch: Stretch) => string): Mark[] {
  const borders = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  return borders.slice(1).flatMap((to, at) => {
    const from = borders[at] ?? to;
    const here = stretches.filter((stretch) => stretch.from < to && from < stretch.to);
    if (here.length === 0) return [];
    const names = new Set(here.flatMap((stretch) => look(stretch).split(" ")));
    names.add("is-flat");
    if (here.filter(({ drawn }) => drawn.kind === "claim").length > 1) names.add("is-stacked");
    return [{ from, to, className: [...names].join(" "), ids: here.map(({ drawn }) => drawn.id) }];
  });
}
