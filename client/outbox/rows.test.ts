// @vitest-environment node
import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { newId } from "@/client/new-id";
import { memoryRows } from "@/client/outbox/memory-rows";
import type { NewRow } from "@/client/outbox/row";
import { rowOf } from "@/client/outbox/row.fixture";
import { openRows, type Rows } from "@/client/outbox/rows";
import type { OpId, TagId, VerdictId } from "@/domain/ids";

const [one, other] = [newId<TagId>(), newId<TagId>()];
const put = (thing: TagId, more: Partial<NewRow> = {}): NewRow => {
  const { seq: _seq, frozen: _frozen, ...row } = rowOf({ deed: "put-annotation", thing, ...more });
  return row;
};

/** What a device keeps has to behave the same where a browser keeps nothing for a page. */
describe.each<{ where: string; open: () => Promise<Rows>; durable: boolean }>([
  { where: "on the disk", open: () => openRows(`rows-${newId()}`), durable: true },
  { where: "in memory", open: async () => memoryRows(), durable: false },
])("waiting changes $where", ({ open, durable }) => {
  test("are numbered in order and belong to one person", async () => {
    const rows = await open();
    await rows.add([put(one), put(other), put(one, { user: "somebody else" })]);
    const mine = await rows.all("u");
    expect(mine.map(({ thing }) => thing)).toEqual([one, other]);
    expect((mine[0]?.seq ?? 0) < (mine[1]?.seq ?? 0)).toBe(true);
    expect(await rows.count("u")).toBe(2);
    expect(rows.durable).toBe(durable);
  });

  test("are merged with what waits for the same thing, until that was sent", async () => {
    const rows = await open();
    const [first, second, third] = [put(one), put(one), put(one)];
    await rows.add([first]);
    await rows.add([second]);
    expect((await rows.all("u")).map(({ opId }) => opId)).toEqual([second.opId]);
    await rows.freeze((await rows.all("u")).map(({ seq }) => seq));
    await rows.add([third]);
    expect((await rows.all("u")).map(({ opId, frozen }) => [opId, frozen])).toEqual([
      [second.opId, true],
      [third.opId, false],
    ]);
  });

  test("taken back before anybody heard of them they are gone, unless something hangs on them", async () => {
    const rows = await open();
    await rows.add([put(one), put(one, { deed: "withdraw" })]);
    expect(await rows.all("u")).toEqual([]);
    await rows.add([put(one), put(other, { deed: "put-relation", needs: [one] }), put(one, { deed: "withdraw" })]);
    expect((await rows.all("u")).map(({ deed }) => deed)).toEqual(["put-annotation", "put-relation", "withdraw"]);
  });

  test("are frozen as they are now; what was taken back meanwhile is left out", async () => {
    const rows = await open();
    await rows.add([put(one), put(other)]);
    const [first, second] = await rows.all("u");
    if (!first || !second) throw new Error("Two were added.");
    await rows.remove([first.seq]);
    expect((await rows.freeze([first.seq, second.seq])).map(({ thing, frozen }) => [thing, frozen])).toEqual([
      [other, true],
    ]);
  });

  test("acknowledged they are gone, and what waits behind follows the version and the verdict", async () => {
    const rows = await open();
    await rows.add([put(one)]);
    const [sent] = await rows.freeze((await rows.all("u")).map(({ seq }) => seq));
    if (!sent) throw new Error("One was added.");
    await rows.add([put(one), put(other)]);
    const verdictId = newId<VerdictId>();
    await rows.settle([{ row: sent, version: 3, verdictId }]);
    const left = await rows.all("u");
    expect(left.map(({ thing, version }) => [thing, version])).toEqual([
      [one, 3],
      [other, undefined],
    ]);
    expect(left[0]?.verdictId).toBe(verdictId);
    expect(left[1]).not.toHaveProperty("verdictId");
  });

  test("not taken they may be sent as something new", async () => {
    const rows = await open();
    await rows.add([put(one)]);
    const [sent] = await rows.freeze((await rows.all("u")).map(({ seq }) => seq));
    const opId = newId<OpId>();
    await rows.thaw(sent?.seq ?? 0, { opId, version: 4 });
    expect(await rows.all("u")).toMatchObject([{ opId, version: 4, frozen: false }]);
  });

  test("comments begun are kept by their key, until they are dropped", async () => {
    const rows = await open();
    const sealed = { iv: new Uint8Array(12), data: new ArrayBuffer(8) };
    await rows.keepDraft({ user: "u", key: "report", sealed });
    expect(await rows.draft("u", "report")).toMatchObject({ key: "report" });
    expect(await rows.draft("u", "another")).toBeUndefined();
    await rows.dropDraft("u", "report");
    expect(await rows.draft("u", "report")).toBeUndefined();
  });

  test("nothing of a person who signs out is left", async () => {
    const rows = await open();
    await rows.add([put(one), put(other)]);
    await rows.keepDraft({ user: "u", key: "report", sealed: { iv: new Uint8Array(12), data: new ArrayBuffer(8) } });
    await rows.forget("u");
    expect(await rows.count("u")).toBe(0);
    expect(await rows.draft("u", "report")).toBeUndefined();
    rows.close();
  });
});
