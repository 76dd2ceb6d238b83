import { expect, test } from "vitest";
import { asksSomething, cameBack } from "@/components/reader/decisions/came-back";
import type { TagId, UserId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

const me = "me" as UserId;
const tags: [name: string, state: string, decision: string, by: string, createdBy: string, start: number][] = [
  ["returned", "returned", "return", "rita", "me", 30],
  ["rejected", "rejected", "reject", "rita", "me", 10],
  ["corrected", "accepted", "accept-with-change", "rita", "me", 20],
  ["accepted", "accepted", "accept", "rita", "me", 0],
  ["changed since", "open", "return", "rita", "me", 0],
  ["my own decision", "rejected", "reject", "me", "me", 0],
  ["somebody else's", "returned", "return", "rita", "ana", 0],
];
const annotations = new Map(
  tags.map(([name, state, decision, by, createdBy, start]) => {
    const tag = { id: name, type: "annotation", state, createdBy, segments: [{ start }], verdict: { decision, by } };
    return [name as TagId, tag as object as Annotation];
  }),
);

test("what came back to somebody, in the order of the text", () => {
  const back = cameBack({
    annotations,
    relations: new Map(),
    me: { id: me, mayTag: true, mayDecide: false, mayDiscuss: true },
  });
  expect(back.map(({ id }) => id)).toEqual(["rejected", "corrected", "returned"]);
  expect(back.filter(asksSomething).map(({ id }) => id)).toEqual(["rejected", "returned"]);
});
