import { expect, test } from "vitest";
import { sortShown } from "@/components/reader/decisions/sort-shown";
import type { TagId, UserId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

const id = (name: string) => name as TagId;
const me = "me" as UserId;
const tag = (name: string, state: string, updatedBy = "ana") =>
  [id(name), { id: name, type: "annotation", state, updatedBy } as object as Annotation] as const;
const seen = {
  annotations: new Map([tag("waits", "open"), tag("done", "accepted"), tag("mine", "open", "me")]),
  relations: new Map([
    [id("link"), { id: "link", type: "relation", from: "waits", to: "done", state: "open" } as object as Relation],
  ]),
};
const ids = [id("waits"), id("done"), id("mine")];

test.each([
  { decision: "accept", withLinks: true, twoPersons: true, taken: ["waits", "link"], decided: 1, own: 1 },
  { decision: "accept", withLinks: false, twoPersons: false, taken: ["waits", "mine"], decided: 1, own: 0 },
  { decision: "reject", withLinks: true, twoPersons: true, taken: ["waits", "mine", "link"], decided: 1, own: 0 },
] as const)("$decision, with links $withLinks, two persons $twoPersons: $taken", ({ taken, decided, own, ...wish }) => {
  expect(sortShown(seen, ids, { ...wish, me })).toEqual({ taken, decided, own });
});
