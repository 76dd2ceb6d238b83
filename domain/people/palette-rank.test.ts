import { expect, test } from "vitest";
import { rankOf, withUse } from "@/domain/people/palette-rank";
import { PaletteUse } from "@/domain/people/palette-use";

const on = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();

test("what is used often and lately ranks first", () => {
  let used: PaletteUse = {};
  for (const day of [1, 1, 1]) used = withUse(used, "page:queue", on(day));
  used = withUse(used, "page:work", on(2));
  expect(rankOf(used, "page:queue", on(2))).toBeGreaterThan(rankOf(used, "page:work", on(2)));
  used = withUse(used, "page:work", on(60));
  expect(rankOf(used, "page:work", on(60))).toBeGreaterThan(rankOf(used, "page:queue", on(60)));
  expect(rankOf(used, "page:none", on(60))).toBe(0);
});

test("so many are remembered, among them the one just used", () => {
  let used: PaletteUse = {};
  for (let nth = 0; nth < 100; nth += 1) used = withUse(used, `report:${nth}`, on(1 + nth));
  expect(PaletteUse.safeParse(used).success).toBe(true);
  expect(Object.keys(used)).toContain("report:99");
  expect(Object.keys(used)).toHaveLength(60);
});
