// @vitest-environment node
import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "@/client/new-id";
import { rowOf } from "@/client/outbox/row.fixture";
import { openRows } from "@/client/outbox/rows";
import { forgetOnThisDevice, unsentCount } from "@/client/outbox/unsent";
import type { TagId } from "@/domain/ids";

afterEach(() => vi.unstubAllGlobals());

/** What two people left on this device. */
async function left() {
  const rows = await openRows();
  const { seq: _seq, frozen: _frozen, ...row } = rowOf({ deed: "put-annotation", thing: newId<TagId>() });
  await rows.add(["ana", "ana", "ben"].map((user) => ({ ...row, user, thing: newId<TagId>() })));
  await rows.keepDraft({ user: "ana", key: "reply:1", sealed: row.sealed });
  rows.close();
}

test("what one person has not sent is counted apart from what others have not", async () => {
  await left();
  expect([await unsentCount("ana"), await unsentCount("ben"), await unsentCount("nobody")]).toEqual([2, 1, 0]);
});

test("whoever signs out leaves nothing of theirs, and everything of others", async () => {
  await left();
  const others = await unsentCount("ben");
  await forgetOnThisDevice("ana");
  expect([await unsentCount("ana"), await unsentCount("ben")]).toEqual([0, others]);
  const rows = await openRows();
  expect(await rows.draft("ana", "reply:1")).toBeUndefined();
  rows.close();
});

test("where a browser keeps nothing there is nothing to count or to forget", async () => {
  vi.stubGlobal("indexedDB", {
    open() {
      throw new DOMException("Denied", "SecurityError");
    },
  });
  expect(await unsentCount("ana")).toBe(0);
  await forgetOnThisDevice("ana");
});
