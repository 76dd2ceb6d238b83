import fc from "fast-check";
import { expect, test } from "vitest";
import { backoff } from "@/client/outbox/backoff";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test.each([
  { attempt: 0, least: 250, most: 500 },
  { attempt: 1, least: 500, most: 1_000 },
  { attempt: 4, least: 4_000, most: 8_000 },
  { attempt: 6, least: 15_000, most: 30_000 },
  { attempt: 1_000, least: 15_000, most: 30_000 },
])("attempt $attempt waits from $least to $most ms", ({ attempt, least, most }) => {
  expect(backoff(attempt, 0)).toBe(least);
  fc.assert(
    fc.property(chance, (by) => {
      expect(backoff(attempt, by)).toBeGreaterThanOrEqual(least);
      expect(backoff(attempt, by)).toBeLessThanOrEqual(most);
    }),
  );
});

test("nobody asks again before the server said they may", () => {
  fc.assert(fc.property(fc.nat(20), chance, (attempt, by) => backoff(attempt, by, 60_000) === 60_000));
  expect(backoff(6, 0, 1_000)).toBe(15_000);
});
