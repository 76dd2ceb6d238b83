import { expect, test } from "vitest";
import { reliabilityByMonth } from "./reliability-by-month";

test("a grade holds until another is given, over the end of a year", () => {
  const grades = [
    { at: "2026-02-03T10:00:00.000Z", reliability: "B" as const },
    { at: "2025-11-30T10:00:00.000Z", reliability: "C" as const },
    { at: "2025-11-02T10:00:00.000Z", reliability: "F" as const },
  ];
  expect(reliabilityByMonth(grades)).toEqual([
    { month: "2025-11", grade: "C", given: 2 },
    { month: "2025-12", grade: "C", given: 0 },
    { month: "2026-01", grade: "C", given: 0 },
    { month: "2026-02", grade: "B", given: 1 },
  ]);
  expect(reliabilityByMonth([])).toEqual([]);
});
