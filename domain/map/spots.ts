import { nameKey } from "@/domain/gazetteer/name-key";
import type { Point } from "@/domain/gazetteer/point";
import type { MapPrecision } from "@/domain/map/precision";
import type { Pixel } from "@/domain/map/view";

/** Something that a map may show: a place that a report names, or an event. Without a point it is only listed. */
export interface Mapped {
  readonly id: string;
  readonly name: string;
  readonly state: "open" | "accepted" | "returned" | "rejected" | "withdrawn";
  readonly point?: Point;
  readonly precision: MapPrecision;
  readonly uncertaintyMetres?: number;
}

/** Everything that has one name at one point. */
export interface Spot<M extends Mapped = Mapped> {
  readonly key: string;
  readonly name: string;
  readonly point: Point;
  readonly things: readonly M[];
  readonly precision: MapPrecision;
  readonly uncertaintyMetres?: number;
  /** That of all of them, or that they differ. */
  readonly state: Mapped["state"] | "mixed";
}

/** The spots of a map, those with most on them first; and what has no coordinates. */
export function spotsOf<M extends Mapped>(all: readonly M[]): { spots: Spot<M>[]; nowhere: M[] } {
  const byPoint = new Map<string, { point: Point; things: M[] }>();
  const nowhere: M[] = [];
  for (const thing of all) {
    const { point } = thing;
    if (!point) {
      nowhere.push(thing);
      continue;
    }
    const where = `${point.latitude} ${point.longitude}`;
    const group = byPoint.get(where);
    if (group) group.things.push(thing);
    else byPoint.set(where, { point, things: [thing] });
  }
  const spots = [...byPoint].flatMap(([where, { point, things }]) =>
    [...byName(things)].map(([name, same]) => spotOf(`${where} ${name}`, point, same)),
  );
  return {
    spots: spots.sort((a, b) => b.things.length - a.things.length || compare(a.name, b.name) || compare(a.key, b.key)),
    nowhere,
  };
}

/** Only where several things share a point do their names have to be compared, which takes its time. */
function byName<M extends Mapped>(things: readonly M[]): Map<string, readonly M[]> {
  const [first] = things;
  if (things.length === 1 && first) return new Map([[first.name, things]]);
  const groups = new Map<string, M[]>();
  for (const thing of things) {
    const key = nameKey(thing.name);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function spotOf<M extends Mapped>(key: string, point: Point, things: readonly M[]): Spot<M> {
  const [first] = things;
  const states = new Set(things.map(({ state }) => state));
  const precision = ([1, 2] as const).find((exact) => things.some((each) => each.precision === exact)) ?? 3;
  const known = things.filter((each) => each.precision === precision);
  const uncertainty = Math.min(...known.map(({ uncertaintyMetres = 0 }) => uncertaintyMetres));
  return {
    ...{ key, point, things, precision, name: first?.name ?? "" },
    ...(uncertainty > 0 && { uncertaintyMetres: uncertainty }),
    state: states.size === 1 && first ? first.state : "mixed",
  };
}

/** Spots that would cover each other, drawn as one with their number; a single one is drawn as itself. */
export interface Cluster<S> {
  readonly at: Pixel;
  readonly spots: readonly S[];
  /** How many things there are in all. */
  readonly count: number;
}

/**
 * Puts spots together that lie within `reach` pixels of the first of them; in their order, so that a map that is only
 * moved keeps its clusters.
 */
export function clustersOf<S extends { things: readonly unknown[] }>(
  placed: readonly { spot: S; at: Pixel }[],
  reach: number,
): Cluster<S>[] {
  const cells = new Map<string, number[]>();
  const cellOf = ([x, y]: Pixel) => [Math.floor(x / reach), Math.floor(y / reach)] as const;
  placed.forEach(({ at }, index) => {
    const key = cellOf(at).join();
    const cell = cells.get(key);
    if (cell) cell.push(index);
    else cells.set(key, [index]);
  });
  const taken = new Uint8Array(placed.length);
  return placed.flatMap(({ at: [x, y] }, index): Cluster<S>[] => {
    if (taken[index]) return [];
    const [column, row] = cellOf([x, y]);
    const near: number[] = [];
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const other of cells.get(`${c},${r}`) ?? []) {
          const there = placed[other]?.at ?? [0, 0];
          if (!taken[other] && Math.hypot(there[0] - x, there[1] - y) <= reach) near.push(other);
        }
      }
    }
    for (const other of near) taken[other] = 1;
    const members = near.sort((a, b) => a - b).flatMap((other) => placed[other] ?? []);
    const middle = (axis: 0 | 1) => members.reduce((sum, each) => sum + each.at[axis], 0) / members.length;
    const count = members.reduce((sum, { spot }) => sum + spot.things.length, 0);
    return [{ at: [middle(0), middle(1)], spots: members.map(({ spot }) => spot), count }];
  });
}

interface Label {
  readonly at: Pixel;
  /** Pixels that the words take. */
  readonly width: number;
}

/** Which labels can be written, in their order, without one lying on another or on what is drawn already. */
export function roomFor<L extends Label>(labels: readonly L[], drawn: readonly Pixel[], height: number): L[] {
  const boxes: { left: number; right: number; top: number; bottom: number }[] = drawn.map(([x, y]) => ({
    ...{ left: x - 10, right: x + 10, top: y - 10, bottom: y + 10 },
  }));
  return labels.filter(({ at: [x, y], width }) => {
    const box = { left: x - 3, right: x + width + 8, top: y - height / 2, bottom: y + height / 2 };
    const free = boxes.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
    if (free) boxes.push(box);
    return free;
  });
}
