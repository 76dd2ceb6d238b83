import { describe, expect, test } from "vitest";
import type { Drawn } from "@/editor/drawn";
import { lanesOf, marksOf, NESTED_AT_MOST } from "@/editor/marks";

const drawn = (id: string, kind = "place"): Drawn => ({
  id,
  kind,
  state: "open",
  mine: true,
  discussed: false,
  spans: [],
});

describe("lines under overlapping words", () => {
  test.each([
    {
      when: "apart",
      ranges: [
        [0, 4],
        [5, 9],
      ],
      lanes: [0, 0],
    },
    {
      when: "one inside the other",
      ranges: [
        [0, 9],
        [5, 9],
      ],
      lanes: [1, 0],
    },
    {
      when: "crossing",
      ranges: [
        [0, 6],
        [4, 9],
      ],
      lanes: [1, 0],
    },
    {
      when: "three deep",
      ranges: [
        [0, 30],
        [0, 20],
        [5, 9],
      ],
      lanes: [2, 1, 0],
    },
    {
      when: "touching",
      ranges: [
        [0, 4],
        [4, 9],
      ],
      lanes: [0, 0],
    },
  ])("$when", ({ ranges, lanes }) => {
    const stretches = ranges.map(([from = 0, to = 0]) => ({ from, to }));
    const found = lanesOf(stretches);
    expect(stretches.map((stretch) => found.get(stretch))).toEqual(lanes);
  });
});

test("each annotation is one mark with its own id and looks", () => {
  const stretches = [
    { drawn: drawn("a", "claim"), from: 1, to: 30 },
    { drawn: { ...drawn("b"), state: "returned" as const, mine: false, discussed: true }, from: 5, to: 9 },
  ];
  expect(marksOf(stretches)).toEqual([
    { from: 1, to: 30, ids: ["a"], className: "tag tag-claim is-open is-mine" },
    { from: 5, to: 9, ids: ["b"], className: "tag tag-place is-returned is-others is-discussed lane-0" },
  ]);
});

test("where too many overlap, each stretch of words is one mark with all their ids", () => {
  const many = Array.from({ length: NESTED_AT_MOST + 1 }, (_, at) => ({
    drawn: drawn(`t${at}`, "claim"),
    from: at,
    to: 100 - at,
  }));
  const marks = marksOf(many);
  expect(marks.every(({ className }) => className.includes("is-flat"))).toBe(true);
  expect(marks.map(({ from }) => from)).toEqual(marks.map(({ from }) => from).toSorted((a, b) => a - b));
  expect(marks.every(({ from, to }, at) => from < to && to <= (marks[at + 1]?.from ?? 1000))).toBe(true);
  expect(marks.find(({ from }) => from === NESTED_AT_MOST)?.ids).toHaveLength(NESTED_AT_MOST + 1);
});
