import { expect, test } from "vitest";
import { createRepeatIds } from "@/client/api/repeat-ids";

test("what is sent again has the same id; what says something else, and what comes after it was taken, another one", () => {
  const ids = createRepeatIds();
  const first = ids.of({ reliability: "B", reason: "Two confirmed." });
  expect(ids.of({ reliability: "B", reason: "Two confirmed." })).toBe(first);
  const other = ids.of({ reliability: "C", reason: "Two confirmed." });
  expect(other).not.toBe(first);
  ids.taken();
  expect(ids.of({ reliability: "C", reason: "Two confirmed." })).not.toBe(other);
});
