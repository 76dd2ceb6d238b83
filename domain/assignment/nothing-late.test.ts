import { expect, test } from "vitest";
import { nothingLate } from "@/domain/assignment/nothing-late";

test.each([
  { when: "something was due and is in", due: { until: 2, later: 1, never: 5 }, says: "all in" },
  { when: "everything is due later", due: { until: 0, later: 3, never: 0 }, says: "nothing due yet" },
  { when: "nothing has a due date", due: { until: 0, later: 0, never: 4 }, says: "no due dates" },
  { when: "there is no work", due: { until: 0, later: 0, never: 0 }, says: "no due dates" },
])("where nothing is late and $when, it says: $says", ({ due, says }) => {
  expect(nothingLate(due)).toBe(says);
});
