import { expect, test } from "vitest";
import { isSlip } from "@/components/reader/text/slip";

test.each([
  { when: "a still hand", dx: 0, dy: 0, word: 40, exact: false, slip: true },
  { when: "a pixel or two", dx: 2, dy: 2, word: 12, exact: false, slip: true },
  { when: "a shaky hand on a long word", dx: 6, dy: 5, word: 60, exact: false, slip: true },
  { when: "up and down on a long word", dx: 1, dy: 7, word: 60, exact: false, slip: true },
  { when: "over a word of one letter", dx: 6, dy: 0, word: 9, exact: false, slip: false },
  { when: "over a word of two letters", dx: 13, dy: 3, word: 16, exact: false, slip: false },
  { when: "into the next word", dx: 5, dy: 0, word: undefined, exact: false, slip: false },
  { when: "over most of a word", dx: 30, dy: 4, word: 40, exact: false, slip: false },
  { when: "over one exact letter", dx: 5, dy: 0, word: 60, exact: true, slip: false },
])("$when: a slip? $slip", ({ slip, ...move }) => {
  expect(isSlip(move)).toBe(slip);
});
