import { expect, test } from "vitest";
import { newId } from "@/client/new-id";
import { orphans, ready } from "@/client/outbox/ready";
import { rowOf } from "@/client/outbox/row.fixture";
import type { Thing } from "@/domain/change/change";
import type { ReportId, TagId } from "@/domain/ids";

const [a, b, c] = [newId<TagId>(), newId<TagId>(), newId<TagId>()];
const reportId = newId<ReportId>();
const names = new Map<Thing, string>([
  [a, "a"],
  [b, "b"],
  [c, "c"],
]);
type Sketch = { thing: TagId; needs?: TagId[]; version?: number; deed?: "put-annotation" | "withdraw" };
const queueOf = (sketches: readonly Sketch[]) =>
  sketches.map(({ thing, needs = [], version, deed = "put-annotation" }, seq) =>
    rowOf({ reportId, deed, thing, needs, version, seq }),
  );

test.each<{ when: string; queue: Sketch[]; held?: Thing[]; putOff?: Thing[]; sent: string[] }>([
  { when: "nothing waits", queue: [], sent: [] },
  { when: "things have nothing to do with each other", queue: [{ thing: a }, { thing: b }], sent: ["a 0", "b 1"] },
  { when: "one thing changed twice", queue: [{ thing: a }, { thing: a, version: 1 }], sent: ["a 0"] },
  { when: "one hangs on another that is to be made", queue: [{ thing: a, needs: [b] }, { thing: b }], sent: ["b 1"] },
  {
    when: "one hangs on another that is there and unchanged",
    queue: [{ thing: a, needs: [b] }],
    sent: ["a 0"],
  },
  {
    when: "one hangs on another that is being changed before it",
    queue: [
      { thing: b, version: 1 },
      { thing: a, needs: [b] },
    ],
    sent: ["b 0"],
  },
  {
    when: "a change that is held up was before it",
    queue: [{ thing: b, version: 1 }, { thing: a, needs: [b] }, { thing: c }],
    held: [b],
    sent: ["a 1", "c 2"],
  },
  {
    when: "what it hangs on is held up and was never made",
    queue: [{ thing: b }, { thing: a, needs: [b] }, { thing: c }],
    held: [b],
    sent: ["c 2"],
  },
  {
    when: "a new tag comes after one that is taken back, and others were there before",
    queue: [{ thing: a, version: 1, deed: "withdraw" }, { thing: b }, { thing: c, version: 3 }],
    sent: ["a 0", "c 2"],
  },
  {
    when: "a new tag comes after one that is still to be made and then taken back",
    queue: [{ thing: a }, { thing: a, deed: "withdraw" }, { thing: b }],
    sent: ["a 0"],
  },
  {
    when: "a tag is taken back after a new one was made",
    queue: [{ thing: b }, { thing: a, version: 1, deed: "withdraw" }],
    sent: ["b 0", "a 1"],
  },
  {
    when: "the server asked to take a tag back later",
    queue: [{ thing: a, version: 1, deed: "withdraw" }, { thing: b }],
    putOff: [a],
    sent: [],
  },
  {
    when: "a person has to settle what is taken back",
    queue: [{ thing: a, version: 1, deed: "withdraw" }, { thing: b }],
    held: [a],
    sent: ["b 1"],
  },
])("$when: $sent may be sent", ({ queue, held = [], putOff = [], sent }) => {
  const stateOf = (thing: Thing) => (held.includes(thing) ? "conflict" : putOff.includes(thing) ? "put off" : "free");
  const found = ready(queueOf(queue), stateOf);
  expect(found.map(({ thing, seq }) => `${names.get(thing)} ${seq}`)).toEqual(sent);
});

test("what hangs on something that was never made can't be made either, and so on", () => {
  const queue = queueOf([{ thing: a }, { thing: b, needs: [a] }, { thing: c, needs: [b] }]);
  expect(orphans(queue, new Set([a])).map(({ thing }) => names.get(thing))).toEqual(["b", "c"]);
});

test("what hangs on something that is there stays, though a change of it was refused", () => {
  const queue = queueOf([
    { thing: a, version: 2 },
    { thing: b, needs: [a] },
  ]);
  expect(orphans(queue, new Set([a]))).toEqual([]);
});
