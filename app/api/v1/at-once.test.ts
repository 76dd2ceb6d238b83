import { describe, expect, test } from "vitest";
import { answers, expectations, statusOf } from "@/app/api/v1/access.fixture";
import { aDesk } from "@/app/api/v1/desk.fixture";

describe.each(Object.entries(expectations).filter(([address]) => !address.startsWith("GET ")))("%s", (address, row) => {
  test("asked by eight at once is answered as if they had asked one after another", async () => {
    const { may } = answers(row);
    const [calm, busy] = [await aDesk(), await aDesk()];
    const inTurn = new Set<number>();
    for (let nth = 0; nth < 8; nth += 1) inTurn.add(await statusOf(calm, address, calm.tokens[may]));
    const atOnce = await Promise.all(Array.from({ length: 8 }, () => statusOf(busy, address, busy.tokens[may])));
    expect(atOnce.filter((status) => !inTurn.has(status))).toEqual([]);
  });
});
