import { expect, test } from "vitest";
import type { Ask } from "@/client/api/answer";
import { merge } from "@/client/outbox/merge";
import { rowOf } from "@/client/outbox/row.fixture";
import { nextJourney, travel } from "@/client/outbox/travel";
import type { Change, ChangeName } from "@/domain/change/change";
import { apply, changeKinds, creates, invert, isBatchable, mentionedBy, withoutQuotes } from "@/domain/change/registry";
import type { World } from "@/domain/change/world";

/** A change that the product does not have: it marks a thing as read. Whatever handles changes knows only the registry. */
const deed = "mark-read" as ChangeName;
const marked = { deed, read: true } as unknown as Change;
Object.assign(changeKinds, {
  [deed]: {
    merges: "state",
    creates: "never",
    apply: (world: { read?: boolean }, change: { read: boolean }) => Object.assign(world, { read: change.read }),
    invert: (change: { read: boolean }) => ({ deed, read: !change.read }),
    needs: () => ["a-thing"],
    request: (change: { read: boolean }, { thing }: { thing: string }) => ({
      method: "PATCH",
      path: `/things/${thing}`,
      body: { read: change.read },
    }),
  },
});

test("a new change is applied, taken back, merged while it waits and sent, and nothing else had to know it", async () => {
  const world = {} as World;
  const row = rowOf({ deed, version: 1 });
  apply(world, marked, row, { me: "u" } as never);
  expect(world).toHaveProperty("read", true);
  expect(invert(marked, { before: undefined, after: {}, now: {} } as never)).toEqual({ deed, read: false });
  expect(mentionedBy(marked)).toEqual(["a-thing"]);
  expect(await withoutQuotes(marked, async (text) => text)).toBe(marked);
  expect([creates(row), isBatchable(deed)]).toEqual([false, false]);

  const next = rowOf({ deed, thing: row.thing, version: 1 });
  expect(merge([row], next, false)).toMatchObject({ replace: { seq: row.seq, opId: next.opId }, append: false });
  expect(merge([{ ...row, frozen: true }], next, false)).toEqual({ append: true });

  const journey = nextJourney([row], false);
  const sent: unknown[] = [];
  const ask = (async (...request: unknown[]) => {
    sent.push(request);
    return { ok: true, value: { read: true } };
  }) as unknown as Ask;
  expect(await travel(ask, journey.how, [{ row, change: marked }])).toEqual([{ is: "done", body: { read: true } }]);
  expect(sent).toEqual([["PATCH", `/things/${row.thing}`, { read: true }, undefined]]);
});
