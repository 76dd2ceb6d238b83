import type { ReportLayers, TagColumns } from "@/domain/agreement/project/layers";

/** Two people's tags on the same words, or one that the other has nothing for (−1). */
export interface Meeting {
  readonly first: number;
  readonly second: number;
}

/** The least share of the words of both together that two tags have to share to be about the same words. */
export const sameWords = 0.5;

/**
 * Which tags of two people stand on the same words: first those with the same borders, equal kinds before others,
 * then those that share half of their words or more, the best first; what is equally good is decided by place and kind.
 * Each tag meets one at most.
 */
export function meetings(a: TagColumns, b: TagColumns): Meeting[] {
  const takenA = new Uint8Array(a.count);
  const takenB = new Uint8Array(b.count);
  const met: Meeting[] = [];
  const meet = (first: number, second: number) => {
    takenA[first] = 1;
    takenB[second] = 1;
    met.push({ first, second });
  };
  const near = candidates(a, b);
  near.sort(
    (x, y) =>
      y.shared - x.shared ||
      y.same - x.same ||
      x.start - y.start ||
      x.end - y.end ||
      x.kinds[0] - y.kinds[0] ||
      x.kinds[1] - y.kinds[1] ||
      x.first - y.first ||
      x.second - y.second,
  );
  for (const { first, second } of near) {
    if (takenA[first] === 0 && takenB[second] === 0) meet(first, second);
  }
  for (let first = 0; first < a.count; first++) if (takenA[first] === 0) met.push({ first, second: -1 });
  for (let second = 0; second < b.count; second++) if (takenB[second] === 0) met.push({ first: -1, second });
  return met;
}

interface Candidate extends Meeting {
  readonly shared: number;
  readonly same: number;
  /** Of both together, so that it makes no difference whose are looked at first. */
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly [number, number];
}

/** Both lists are in the order of their starts. */
function candidates(a: TagColumns, b: TagColumns): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  let longest = 0;
  for (let place = 0; place < b.count; place++)
    longest = Math.max(longest, (b.ends[place] ?? 0) - (b.starts[place] ?? 0));
  for (let first = 0; first < a.count; first++) {
    const [start, end, kind] = [a.starts[first] ?? 0, a.ends[first] ?? 0, a.kinds[first] ?? 0];
    while (from < b.count && (b.starts[from] ?? 0) + longest <= start) from++;
    for (let second = from; second < b.count && (b.starts[second] ?? 0) < end; second++) {
      const [theirStart, theirEnd] = [b.starts[second] ?? 0, b.ends[second] ?? 0];
      const both = Math.min(end, theirEnd) - Math.max(start, theirStart);
      if (both <= 0) continue;
      const shared = both / (Math.max(end, theirEnd) - Math.min(start, theirStart));
      if (shared < sameWords) continue;
      const [one, other] = [kind, b.kinds[second] ?? 0];
      found.push({
        first,
        second,
        shared,
        same: one === other ? 1 : 0,
        start: start + theirStart,
        end: end + theirEnd,
        kinds: one < other ? [one, other] : [other, one],
      });
    }
  }
  return found;
}

/** Where two people gave other labels, or only one of them any. */
export interface ConfusedPlace {
  readonly report: number;
  readonly start: number;
  readonly end: number;
  /** The people by their place in the list, and their tags; the first one's label is the row. */
  readonly people: readonly [number, number];
  readonly tags: readonly [string | undefined, string | undefined];
}

/**
 * Counts which kind met which. `cells` is (kinds + 1)², row by row, the last one being "nothing"; the row is the kind
 * of whoever stands first in the list of people. A few places of each difference are kept, of many reports.
 */
export interface Confusion {
  readonly cells: Float64Array;
  readonly places: ReadonlyMap<number, readonly ConfusedPlace[]>;
  readonly met: number;
}

export interface Confusing {
  add(report: ReportLayers, number: number): void;
  confusion(): Confusion;
}

const placesKept = 6;
const placesOfAReport = 2;

export function confusing(kinds: number): Confusing {
  const q = kinds + 1;
  const cells = new Float64Array(q * q);
  const places = new Map<number, ConfusedPlace[]>();
  let total = 0;

  const keep = (cell: number, place: ConfusedPlace) => {
    const known = places.get(cell) ?? [];
    if (known.length >= placesKept) return;
    if (known.filter(({ report }) => report === place.report).length >= placesOfAReport) return;
    places.set(cell, [...known, place]);
  };

  return {
    add({ layers }, report) {
      layers.forEach((one, i) => {
        for (const other of layers.slice(i + 1)) {
          for (const { first, second } of meetings(one.tags, other.tags)) {
            const row = first < 0 ? kinds : (one.tags.kinds[first] ?? kinds);
            const column = second < 0 ? kinds : (other.tags.kinds[second] ?? kinds);
            const cell = row * q + column;
            cells[cell] = (cells[cell] ?? 0) + 1;
            total++;
            if (row === column) continue;
            const [tags, place] = first < 0 ? [other.tags, second] : [one.tags, first];
            keep(cell, {
              report,
              start: tags.starts[place] ?? 0,
              end: tags.ends[place] ?? 0,
              people: [one.person, other.person],
              tags: [first < 0 ? undefined : one.tags.idAt(first), second < 0 ? undefined : other.tags.idAt(second)],
            });
          }
        }
      });
    },
    confusion: () => ({ cells, places, met: total }),
  };
}
