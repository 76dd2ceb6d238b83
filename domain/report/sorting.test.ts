import fc from "fast-check";
import { expect, test } from "vitest";
import { isDescending, keyOf, sortAfterClick, sortKeys, sorts } from "@/domain/report/sorting";

test.each([
  { now: "-imported", key: "title", next: "title" },
  { now: "title", key: "title", next: "-title" },
  { now: "-title", key: "title", next: "title" },
  { now: "title", key: "published", next: "-published" },
  { now: "-published", key: "published", next: "published" },
  { now: "-due", key: "priority", next: "-priority" },
  { now: "-imported", key: "due", next: "due" },
] as const)("from $now a click on $key sorts by $next", ({ now, key, next }) => {
  expect(sortAfterClick(now, key)).toBe(next);
});

test("two more clicks on the same column change nothing", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sorts), fc.constantFrom(...sortKeys), (now, key) => {
      const once = sortAfterClick(now, key);
      const twice = sortAfterClick(once, key);
      expect(keyOf(once)).toBe(key);
      expect(isDescending(twice)).toBe(!isDescending(once));
      expect(sortAfterClick(twice, key)).toBe(once);
    }),
  );
});
