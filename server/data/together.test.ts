import { expect, test } from "vitest";
import { together } from "@/server/data/together";

test("what is wanted together is asked for once, what comes later is asked for again", async () => {
  const asked: number[][] = [];
  const square = together(async (keys: readonly number[]) => {
    asked.push([...keys]);
    return keys.map((key) => key * key);
  });
  expect(await Promise.all([square(2), square(3), square(2)])).toEqual([4, 9, 4]);
  expect(await square(2)).toBe(4);
  expect(asked).toEqual([[2, 3, 2], [2]]);
});

test("when asking fails, everybody who asked is told", async () => {
  const broken = together(async () => Promise.reject(new Error("gone")));
  const told = await Promise.allSettled([broken(1), broken(2)]);
  expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
