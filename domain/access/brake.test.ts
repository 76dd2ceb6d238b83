import { expect, test } from "vitest";
import { brakes, delayAfter } from "@/domain/access/brake";

test.each([
  { failures: 1, seconds: 0 },
  { failures: 4, seconds: 0 },
  { failures: 5, seconds: 1 },
  { failures: 6, seconds: 2 },
  { failures: 10, seconds: 32 },
  { failures: 15, seconds: 900 },
  { failures: 100_000, seconds: 900 },
])("$failures wrong passwords for one account from one address: $seconds s", ({ failures, seconds }) => {
  expect(delayAfter(failures, brakes.accountHere)).toBe(seconds * 1000);
});

test("nobody is ever shut out for longer than a quarter of an hour", () => {
  expect(Math.max(...Object.values(brakes).map(({ longestMs }) => longestMs))).toBeLessThanOrEqual(15 * 60_000);
});
