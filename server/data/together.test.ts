import { expect, test, vi } from "vitest";
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

/** Answers every question when it is told to. */
function slowly() {
  const asked: { keys: readonly string[]; answer: () => void }[] = [];
  const load = (keys: readonly string[]) =>
    new Promise<readonly string[]>((resolve) => {
      asked.push({ keys, answer: () => resolve(keys) });
    });
  const nth = (n: number) => vi.waitUntil(() => asked[n]);
  return { load, asked, nth };
}

test("what is wanted while a question is under way is gathered for the next one", async () => {
  const { load, asked, nth } = slowly();
  const wish = together(load, { gather: 60_000 });
  const first = wish("a");
  const question = await nth(0);
  const later = [wish("b"), wish("c")];
  question?.answer();
  expect(await first).toBe("a");
  (await nth(1))?.answer();
  expect(await Promise.all(later)).toEqual(["b", "c"]);
  expect(asked.map(({ keys }) => keys)).toEqual([["a"], ["b", "c"]]);
});

test("nobody waits longer than that for an answer that takes its time", async () => {
  const { load, asked, nth } = slowly();
  const wish = together(load, { gather: 1 });
  const first = wish("a");
  await nth(0);
  const second = wish("b");
  (await nth(1))?.answer();
  expect(await second).toBe("b");
  asked[0]?.answer();
  expect(await first).toBe("a");
});

test("some keys are never in one question, and none overtakes another of its name", async () => {
  const asked: (readonly string[])[] = [];
  const load = async (keys: readonly string[]) => {
    asked.push(keys);
    return keys;
  };
  const wish = together(load, { gather: 60_000, most: 2, apart: (key) => [...key] });
  await Promise.all(["ab", "bc", "c", "d", "e"].map(wish));
  expect(asked).toEqual([["ab", "d"], ["bc", "e"], ["c"]]);
});
