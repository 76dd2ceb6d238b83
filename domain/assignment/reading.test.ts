import { describe, expect, test } from "vitest";
import { readAfter, readTo } from "@/domain/assignment/reading";

describe("the place somebody has read to", () => {
  const half = readAfter / 2;
  test.each([
    { when: "the report was just opened", looks: [[0, 900]], before: 0, is: 0 },
    {
      when: "it was looked at and left again",
      looks: [
        [0, 900],
        [2000, 900],
      ],
      before: 0,
      is: 0,
    },
    {
      when: "its first screen was read",
      looks: [
        [0, 300],
        [half, 300],
        [readAfter, 300],
      ],
      before: 0,
      is: 300,
    },
    {
      when: "somebody scrolled on a moment ago",
      looks: [
        [0, 300],
        [half, 300],
        [readAfter, 900],
      ],
      before: 0,
      is: 300,
    },
    {
      when: "somebody looked ahead and came back",
      looks: [
        [0, 300],
        [half, 900],
        [readAfter, 300],
      ],
      before: 0,
      is: 300,
    },
    {
      when: "somebody reads on from where they were",
      looks: [
        [0, 700],
        [half, 700],
        [readAfter, 700],
      ],
      before: 500,
      is: 700,
    },
    {
      when: "somebody reads the beginning again",
      looks: [
        [0, 300],
        [half, 300],
        [readAfter, 300],
      ],
      before: 500,
      is: 500,
    },
    { when: "the text is not drawn yet", looks: [[0, undefined]], before: 40, is: 40 },
    { when: "nobody looked", looks: [], before: 40, is: 40 },
  ] as const)("$when: $is", ({ looks, before, is }) => {
    expect(
      readTo(
        looks.map(([at, seenTo]) => ({ at, seenTo })),
        before,
      ),
    ).toBe(is);
  });
});
