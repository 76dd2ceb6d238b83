import { expect, test } from "vitest";
import { disclosed, type Said } from "./disclosed";

const withheld: Said = { use: "withheld", protection: 3, at: "2026-06-03" };
const described: Said = { use: "described", protection: 2, at: "2026-06-02" };
const freed: Said = { use: "named", protection: 4, at: "2026-06-04" };
const again: Said = { use: "described", protection: 5, at: "2026-06-05" };

test.each<{ when: string; history: Said[]; export: { protection: number; at: string }; is: boolean }>([
  { when: "before anything was said", history: [withheld], export: { protection: 0, at: "2026-06-01" }, is: true },
  { when: "after it was withheld", history: [withheld], export: { protection: 3, at: "2026-06-04" }, is: false },
  {
    when: "while it was only described",
    history: [described, withheld],
    export: { protection: 2, at: "2026-06-02" },
    is: true,
  },
  {
    when: "begun before, and in the history after it",
    history: [withheld],
    export: { protection: 2, at: "2026-06-04" },
    is: true,
  },
  {
    when: "while it was stricter than now",
    history: [withheld, freed, again],
    export: { protection: 3, at: "2026-06-03" },
    is: false,
  },
  {
    when: "in the days it was free",
    history: [withheld, freed, again],
    export: { protection: 4, at: "2026-06-04" },
    is: true,
  },
  { when: "what may be named now", history: [withheld, freed], export: { protection: 0, at: "2026-06-01" }, is: false },
  { when: "nothing was ever said", history: [], export: { protection: 0, at: "2026-06-01" }, is: false },
])("an export $when: $is", ({ history, export: left, is }) => {
  expect(disclosed(history, left)).toBe(is);
});
