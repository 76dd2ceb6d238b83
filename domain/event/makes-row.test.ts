import { expect, test } from "vitest";
import { aClaim, aLink } from "@/domain/event/evidence.fixture";
import { mayJoin, partOf, rowReason, soundsOngoing } from "@/domain/event/makes-row";
import { proposeEvents } from "@/domain/event/proposals";

const entered = aClaim("The army entered X");

test.each([
  { said: "an event, asserted and affirmed", claim: entered, reason: "row" },
  { said: "certainty not said", claim: { ...entered, certainty: undefined }, reason: "row" },
  { said: "“The army did not enter X”", claim: { ...entered, polarity: "negated" }, reason: "negated" },
  { said: "polarity not said", claim: { ...entered, polarity: undefined }, reason: "polarity not said" },
  { said: "an intention", claim: { ...entered, kind: "intention" }, reason: "not an event" },
  { said: "a forecast", claim: { ...entered, kind: "forecast" }, reason: "not an event" },
  { said: "a denial", claim: { ...entered, kind: "denial" }, reason: "not an event" },
  { said: "a state", claim: { ...entered, kind: "state" }, reason: "not an event" },
  { said: "an assessment", claim: { ...entered, kind: "assessment" }, reason: "not an event" },
  { said: "no kind said", claim: { ...entered, kind: undefined }, reason: "not an event" },
  { said: "background", claim: { ...entered, standing: "background" }, reason: "background" },
  { said: "probable", claim: { ...entered, certainty: "probable" }, reason: "not certain" },
  { said: "possible", claim: { ...entered, certainty: "possible" }, reason: "not certain" },
  {
    said: "“continued its operation”",
    claim: { ...entered, quote: "The army continued its operation" },
    reason: "ongoing",
  },
] as const)("$said: $reason", ({ claim, reason }) => {
  expect(rowReason(claim)).toBe(reason);
});

test("probable and possible make a row where the project says so", () => {
  expect(rowReason({ ...entered, certainty: "probable" }, { uncertainToo: true })).toBe("row");
});

test.each([
  ["troops continued their operation", true],
  ["clashes are still under way", true],
  ["وتواصلت الاشتباكات", true],
  ["تواصل القوات عملياتها", true],
  ["the discontinued line was hit", false],
  ["distillery burnt", false],
])("%s goes on: %s", (words, goesOn) => {
  expect(soundsOngoing(words)).toBe(goesOn);
});

test("states, background, assessments and denials join; intentions and forecasts never do", () => {
  const joins = (["event", "state", "assessment", "denial", "intention", "forecast"] as const).filter((kind) =>
    mayJoin({ kind }),
  );
  expect(joins).toEqual(["event", "state", "assessment", "denial"]);
});

test.each([
  { kind: "denial", polarity: "affirmed", part: "denies" },
  { kind: "event", polarity: "negated", part: "denies" },
  { kind: "event", polarity: "affirmed", part: "supports" },
  { kind: "state", polarity: "affirmed", part: "background" },
] as const)("a $polarity $kind $part", ({ kind, polarity, part }) => {
  expect(partOf({ ...entered, kind, polarity })).toBe(part);
});

test("what restates or repeats another claim is proposed with it, other pairs stay apart", () => {
  const claims = ["A", "B", "C", "D"].map((name) => aClaim(name));
  const groups = proposeEvents(claims, [aLink("A restates B"), aLink("C repeats B"), aLink("D corroborates B")]);
  expect(groups.map(({ lead, again }) => [lead.quote, ...again.map(({ quote }) => quote)])).toEqual([
    ["B", "A", "C"],
    ["D"],
  ]);
});

test("a claim that makes no row is no event, whatever it restates", () => {
  expect(proposeEvents([aClaim("A", { kind: "intention" })], [])).toEqual([]);
});
