import { isRightToLeft, readingOrder, withLamAlef } from "./direction";
import type { Fragment } from "./fragments";

/** Words side by side without a wide gap, in the order in which they are read. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly rightToLeft: boolean;
}

/** Segments on one height, from left to right. */
export type Row = readonly Segment[];

/** In parts of the letters' size: a gap that is a blank, and one that parts columns or cells. */
const BLANK = 0.14;
const WIDE = 1.6;

/** The rows of a page from top to bottom. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const rows: Fragment[][] = [];
  const sorted = fragments.filter(({ text }) => text.trim() !== "").toSorted((a, b) => b.baseline - a.baseline);
  for (const fragment of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.baseline - fragment.baseline < 0.45 * Math.max(first.size, fragment.size))
      row.push(fragment);
    else rows.push([fragment]);
  }
  return rows.map(segmentsOf);
}

function segmentsOf(row: readonly Fragment[]): Segment[] {
  const groups: Fragment[][] = [];
  for (const fragment of row.toSorted((a, b) => a.left - b.left)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const size = Math.max(fragment.size, last?.size ?? 0);
    if (group && last && fragment.left - last.right < WIDE * size) group.push(fragment);
    else groups.push([fragment]);
  }
  return groups.map(segmentOf);
}

function segmentOf(group: readonly Fragment[]): Segment {
  const rightToLeft = isRightToLeft(group.map(({ text }) => text).join(""));
  const ordered = rightToLeft ? readingOrder(group) : group;
  let text = "";
  let last: Fragment | undefined;
  for (const fragment of ordered) {
    if (last && needsBlank(last, fragment) && !/\s$/.test(text) && !/^\s/.test(fragment.text)) text += " ";
    text += fragment.text;
    last = fragment;
  }
  const sizes = group.toSorted((a, b) => b.text.length - a.text.length);
  return {
    text: (rightToLeft ? withLamAlef(text) : text).replace(/\s+/g, " ").trim(),
    left: group[0]?.left ?? 0,
    right: Math.max(...group.map(({ right }) => right)),
    baseline: sizes[0]?.baseline ?? 0,
    size: sizes[0]?.size ?? 0,
    rightToLeft,
  };
}

/** Whether two pieces read one after the other are apart on the page. */
function needsBlank(one: Fragment, other: Fragment): boolean {
  const [left, right] = one.left <= other.left ? [one, other] : [other, one];
  return right.left - left.right > BLANK * Math.min(left.size, right.size);
}
