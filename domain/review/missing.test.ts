import { describe, expect, test } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import { TagId } from "@/domain/ids";
import { type Expected, missingIn, needsRestatement } from "@/domain/review/missing";
import type { RelationKind } from "@/domain/tag/relation-values";
import type { TagState } from "@/domain/tag/tag";

const id = TagId.parse("00000000-0000-7000-8000-000000000001");
const other = TagId.parse("00000000-0000-7000-8000-000000000002");
const tag = (kind: string, attributes: Record<string, unknown>, state: TagState = "open") => ({
  id,
  kind: kind as "claim",
  state,
  attributes,
});
const link = (kind: RelationKind = "attributed-to", state: TagState = "open") => ({ id: other, kind, from: id, state });

const whole = {
  kind: "event",
  restatement: "The army is in Hama.",
  certainty: "certain",
  eventType: "shelling",
  eventTime: { from: "2026-11-22" },
};
const tied = [link("attributed-to"), link("located-at")];
const expected: Expected = { foreign: true, eventTypes: true };

const inShort = (...[things, wish]: Parameters<typeof missingIn>) =>
  missingIn(things, wish).map(({ field, required }) => `${field.replace("attributes.", "")}${required ? "!" : ""}`);

describe("what is missing in a claim", () => {
  test.each([
    { when: "all is said", of: whole, are: [] },
    { when: "nothing is said", of: {}, are: ["kind!", "restatement!", "certainty"] },
    { when: "the line is blank", of: { ...whole, restatement: " " }, are: ["restatement!"] },
    { when: "an event has no type", of: { ...whole, eventType: undefined }, are: ["eventType"] },
    { when: "an event has no time", of: { ...whole, eventTime: {} }, are: ["eventTime"] },
    {
      when: "only how its time is known is said",
      of: { ...whole, eventTime: { basis: "stated" } },
      are: ["eventTime"],
    },
    { when: "its time is words", of: { ...whole, eventTime: { words: "on Monday" } }, are: [] },
    { when: "how sure is not said", of: { ...whole, certainty: undefined }, are: ["certainty"] },
    { when: "the source leaves it open", of: { ...whole, certainty: "unspecified" }, are: [] },
    {
      when: "it is no event, which has neither type nor time",
      of: { ...whole, kind: "forecast", eventType: undefined, eventTime: undefined },
      are: [],
    },
  ])("$when: $are", ({ of, are }) => {
    expect(inShort({ annotations: [tag("claim", of)], relations: tied }, expected)).toEqual(are);
  });

  test.each([
    { when: "it is linked to nothing", relations: [], are: ["attribution", "location"] },
    { when: "nobody says it", relations: [link("located-at")], are: ["attribution"] },
    { when: "it happened nowhere", relations: [link("attributed-to")], are: ["location"] },
    {
      when: "the link was withdrawn",
      relations: [link("attributed-to", "withdrawn"), link("located-at")],
      are: ["attribution"],
    },
  ])("$when: $are", ({ relations, are }) => {
    expect(inShort({ annotations: [tag("claim", whole)], relations }, expected)).toEqual(are);
  });

  test.each([
    { when: "the report is in our language", wish: { foreign: false }, of: { ...whole, restatement: "" }, are: [] },
    { when: "the codebook has no event types", wish: { foreign: true }, of: { ...whole, eventType: "" }, are: [] },
  ])("$when: $are", ({ wish, of, are }) => {
    expect(inShort({ annotations: [tag("claim", of)], relations: tied }, wish)).toEqual(are);
  });
});

describe("what is missing in a source or a place", () => {
  const person = "00000000-0000-7000-8000-0000000000aa";
  test.each([
    { when: "nobody knows who the source is", of: tag("source", {}), are: ["entityId"] },
    { when: "the source is somebody", of: tag("source", { entityId: person }), are: [] },
    { when: "the place is a name only", of: tag("place", {}), are: ["featureType", "resolution"] },
    {
      when: "nobody looked it up",
      of: tag("place", { featureType: "settlement", resolution: "unverified" }),
      are: ["resolution"],
    },
    {
      when: "it has a position",
      of: tag("place", { featureType: "settlement", located: { name: "Hama" } }),
      are: [],
    },
    { when: "it could be several", of: tag("place", { featureType: "hill", resolution: "ambiguous" }), are: [] },
    {
      when: "it cannot be located",
      of: tag("place", { featureType: "hill", resolution: "cannot be located" }),
      are: [],
    },
    { when: "it is part of a name", of: tag("place", { partOfName: true }), are: [] },
    { when: "it stands for a government", of: tag("place", { metonym: true }), are: ["featureType"] },
    { when: "it is a label of the project", of: tag("label:rumour", {}), are: [] },
  ])("$when: $are", ({ of, are }) => {
    expect(inShort({ annotations: [of], relations: [] }, expected)).toEqual(are);
  });
});

describe("what a codebook requires", () => {
  const choices = [{ slug: "burnt", name: "Burnt" }];
  const condition = { slug: "condition", name: "Condition", type: "choice", required: true, choices };
  const codebook = Codebook.parse({ labels: [{ slug: "rumour", name: "Rumour", attributes: [condition] }] });
  test.each([
    { when: "it is not said", of: tag("label:rumour", { note: "x" }), are: ["required!"] },
    { when: "it is said", of: tag("label:rumour", { condition: "burnt" }), are: [] },
    { when: "the label is another one", of: tag("label:other", {}), are: [] },
  ])("$when: $are", ({ of, are }) => {
    expect(inShort({ annotations: [of], relations: [] }, { ...expected, codebook })).toEqual(are);
  });
});

describe("what was decided", () => {
  const source = (state: TagState) => tag("source", { entityId: "somebody" }, state);
  test.each([
    { when: "accepted", state: "accepted", are: [] },
    { when: "rejected", state: "rejected", are: [] },
    { when: "withdrawn", state: "withdrawn", are: [] },
    { when: "returned and left as it was", state: "returned", are: ["answer!"] },
  ] as const)("$when: $are", ({ state, are }) => {
    expect(inShort({ annotations: [source(state)], relations: [] }, expected)).toEqual(are);
  });

  test("returned and answered is enough; so it is for a link", () => {
    const things = { annotations: [source("returned")], relations: [link("attributed-to", "returned")] };
    expect(inShort(things, expected)).toEqual(["answer!", "answer!"]);
    expect(inShort(things, { ...expected, answered: new Set([id, other]) })).toEqual([]);
  });
});

test("an empty report misses nothing: that there is nothing in it is asked for itself", () => {
  expect(missingIn({ annotations: [], relations: [] }, expected)).toEqual([]);
});

test.each([
  { report: "ar-SY", project: ["en"], needs: true },
  { report: "en-GB", project: ["en", "ar"], needs: false },
  { report: "ar", project: ["en", "ar"], needs: true },
  { report: "en", project: [], needs: false },
])("a report in $report, a project in $project: $needs", ({ report, project, needs }) => {
  expect(needsRestatement(report, project)).toBe(needs);
});
