import { expect, test } from "vitest";
import { anchorOf, isLabelled } from "@/components/charts/labelled";

test.each([
  { count: 12, every: 3, labelled: [2, 5, 8, 11] },
  { count: 12, every: 5, labelled: [1, 6, 11] },
  { count: 2, every: 1, labelled: [0, 1] },
  { count: 1, every: 4, labelled: [0] },
])("of $count columns, one in $every: $labelled", ({ count, every, labelled }) => {
  const all = Array.from({ length: count }, (_, place) => place);
  expect(all.filter((place) => isLabelled(place, count, every))).toEqual(labelled);
});

test("the outermost labels do not leave the picture", () => {
  expect([0, 3, 7].map((place) => anchorOf(place, 8))).toEqual(["start", "middle", "end"]);
});
