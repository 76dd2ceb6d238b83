import { describe, expect, test } from "vitest";
import { answers, deskFor, expectations, statusOf } from "@/app/api/v1/access.fixture";
import { addresses } from "@/app/api/v1/asking.fixture";
import { scopes } from "@/domain/access/actor";

test("every address says here who may ask it", () => {
  expect(Object.keys(expectations).sort()).toEqual([...addresses].sort());
});

describe.each(Object.entries(expectations))("%s", (address, row) => {
  test(`takes ${row.least === "anybody" ? "a sign-in" : row.least}`, async () => {
    const desk = await deskFor(address);
    const { may, refused } = answers(row);
    const needed = row.scope ?? (address.startsWith("GET ") ? "read" : "write");
    const others = await Promise.all(scopes.map(async (scope) => [scope, await desk.tokenOf(may, scope)] as const));
    const before = await desk.kept();
    expect(await statusOf(desk, address, undefined), "nobody").toBe(401);
    for (const [who, status] of refused) expect(await statusOf(desk, address, desk.tokens[who]), who).toBe(status);
    for (const [scope, token] of others) {
      if (scope !== needed) expect(await statusOf(desk, address, token), `a token for ${scope} alone`).toBe(403);
    }
    expect(await desk.kept(), "nothing is kept of what was refused").toEqual(before);
    const token = row.more ? desk.tokens[may] : (others.find(([scope]) => scope === needed)?.[1] ?? "");
    const status = await statusOf(desk, address, token);
    if (row.withheld) expect(status).toBe(404);
    else expect([401, 403, 404, 500, 503], may).not.toContain(status);
  });
});
