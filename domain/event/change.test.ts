import { expect, test } from "vitest";
import { afterChange, changedFields, foreignClaims, mergeContents, splitContent } from "@/domain/event/change";
import { deriveEvent } from "@/domain/event/derive";
import { EventContent } from "@/domain/event/event";
import { aClaim, aLink, claimId, entityId } from "@/domain/event/evidence.fixture";

const content = (more: object = {}) =>
  EventContent.parse({ title: "Clash at X", claims: [{ id: claimId("A"), part: "supports" }], ...more });
const chosen = { from: "2026-11-28", meaning: "day", precision: "day", reason: "The log." };

test.each([
  { change: { title: "A clash" }, is: "accepted" },
  { change: { note: "See the log." }, is: "accepted" },
  { change: { date: chosen }, is: "open" },
  { change: { place: { name: "X", geoPrecision: 1, reason: "Known." } }, is: "open" },
  { change: { figures: [{ outcome: "killed", low: 3, reason: "Named." }] }, is: "open" },
  { change: { acts: [{ outcome: "killed", victim: { words: "a man" }, claims: [claimId("A")] }] }, is: "open" },
  { change: { claims: [{ id: claimId("B"), part: "supports" }] }, is: "open" },
  { change: { type: "attack" }, is: "open" },
])("an accepted event after $change is $is", ({ change, is }) => {
  expect(afterChange("accepted", changedFields(content(), content(change)))).toBe(is);
});

test("an empty list and the order of fields are no change", () => {
  expect(changedFields(content({ figures: [], date: chosen }), content({ date: { ...chosen } }))).toEqual([]);
});

test("acts speak of claims of the event", () => {
  const acts = [{ outcome: "killed", victim: { words: "a man" }, claims: [claimId("B")] }];
  expect(foreignClaims(content({ acts }))).toEqual(["acts.0.claims"]);
});

test("merged, the one that stays speaks first and nothing is lost", () => {
  const goes = content({
    claims: [
      { id: claimId("A"), part: "background" },
      { id: claimId("B"), part: "supports" },
    ],
    note: "Other",
    date: chosen,
  });
  expect(mergeContents(content({ note: "One" }), goes)).toMatchObject({
    title: "Clash at X",
    claims: [
      { id: claimId("A"), part: "supports" },
      { id: claimId("B"), part: "supports" },
    ],
    note: "One\n\nOther",
    date: chosen,
  });
});

test("split, each side keeps the acts that its claims speak of", () => {
  const by = (...claims: string[]) => ({
    outcome: "killed",
    victim: { words: "a man" },
    claims: claims.map(claimId),
    perpetrators: [
      {
        entityId: entityId("P"),
        involvement: "direct",
        certainty: "certain",
        blame: "said by others",
        claims: [claimId("B")],
      },
    ],
  });
  const both = content({
    claims: ["A", "B"].map((name) => ({ id: claimId(name), part: "supports" })),
    acts: [by("A", "B")],
  });
  const split = splitContent(both, [claimId("B")], "Another");
  expect(split?.stays).toMatchObject({
    claims: [{ id: claimId("A") }],
    acts: [{ claims: [claimId("A")], perpetrators: [] }],
  });
  expect(split?.leaves).toMatchObject({
    title: "Another",
    claims: [{ id: claimId("B") }],
    acts: [{ claims: [claimId("B")] }],
  });
});

test.each([[["A", "B"]], [["C"]]])("a split of %s leaves nothing or takes nothing, and is none", (names) => {
  const both = content({ claims: ["A", "B"].map((name) => ({ id: claimId(name), part: "supports" })) });
  expect(splitContent(both, names.map(claimId), "Another")).toBeUndefined();
});

test("a denial marks an event disputed, and neither deletes nor zeroes it", () => {
  const claims = [aClaim("A", { figures: [{ what: "killed", low: 3, high: 3 }] }), aClaim("B", { kind: "denial" })];
  const disputed = content({
    claims: [
      { id: claimId("A"), part: "supports" },
      { id: claimId("B"), part: "denies", denies: ["happened"] },
    ],
  });
  expect(deriveEvent(disputed, claims, [])).toMatchObject({
    disputed: [{ claimId: claimId("B"), denies: ["happened"] }],
    figures: [{ low: 3, high: 3, denied: true }],
    counted: 2,
  });
});

test("claims that contradict each other are shown as a pair", () => {
  const two = content({ claims: ["A", "B"].map((name) => ({ id: claimId(name), part: "supports" })) });
  expect(deriveEvent(two, [aClaim("A"), aClaim("B")], [aLink("A contradicts B")]).disputed).toEqual([
    { claimId: claimId("A"), denies: [], against: claimId("B") },
  ]);
});

test.each([
  { claim: { id: claimId("A"), part: "denies" }, taken: false },
  { claim: { id: claimId("A"), part: "supports", denies: ["who"] }, taken: false },
  { claim: { id: claimId("A"), part: "denies", denies: ["who"] }, taken: true },
])("$claim is taken: $taken", ({ claim, taken }) => {
  expect(EventContent.safeParse({ title: "x", claims: [claim] }).success).toBe(taken);
});
