import { describe, expect, test } from "vitest";
import type { TagId } from "@/domain/ids";
import { compareLayers } from "@/domain/review/compare/compare";
import { progressOf, settledGroups } from "@/domain/review/compare/finals";
import type { ComparedTag } from "@/domain/review/compare/group";
import { annotation, comparing, idOf, layersOf, type Notes, text } from "@/domain/review/compare/layers.fixture";
import { type MergePlan, planMerge, type Strategy } from "@/domain/review/compare/merge";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";

const allAgree: Strategy = { strategy: "all-agree", minimumVotes: 2, threshold: 0.5 };
const present: Strategy = { ...allAgree, strategy: "agree-where-present" };
const vote: Strategy = { ...allAgree, strategy: "vote" };

function counter() {
  let next = 0;
  return () => idOf(999, ++next);
}

const wordsOf = (start: number, end: number) => sliceCodePoints(text, codePoint(start), codePoint(end));

/** "claim [it left Hama] {certainty: certain}" for what is made. */
const made = ({ make }: MergePlan) =>
  make.map((each) => {
    const attributes = Object.keys(each.attributes).length > 0 ? ` ${JSON.stringify(each.attributes)}` : "";
    if (each.type === "relation") return `${each.kind}${each.toArticle ? " article" : ""}${attributes}`;
    return `${each.kind} ${each.segments.map(({ start, end }) => `[${wordsOf(start, end)}]`).join(" ")}${attributes}`;
  });
const left = ({ left: all }: MergePlan) => all.map(({ because }) => because);

const hama = "place [Hama]";
const claim = (certainty: string): [string, Record<string, unknown>] => ["claim [it left Hama]", { certainty }];

const cases: { when: string; by: Strategy; notes: Notes[]; made: string[]; left: string[] }[] = [
  { when: "all agree", by: allAgree, notes: [{ tags: [hama] }, { tags: [hama] }], made: [hama], left: [] },
  { when: "one has nothing", by: allAgree, notes: [{ tags: [hama] }, {}], made: [], left: ["too-few"] },
  { when: "one has nothing", by: present, notes: [{ tags: [hama] }, {}], made: [hama], left: [] },
  {
    when: "labels differ",
    by: present,
    notes: [{ tags: [hama] }, { tags: ["source [Hama]"] }],
    made: [],
    left: ["disagree"],
  },
  {
    when: "certainty differs",
    by: allAgree,
    notes: [{ tags: [claim("certain")] }, { tags: [claim("possible")] }],
    made: [],
    left: ["disagree"],
  },
  { when: "one of one", by: vote, notes: [{ tags: [hama] }, {}, {}], made: [], left: ["too-few"] },
  { when: "two of three", by: vote, notes: [{ tags: [hama] }, { tags: [hama] }, {}], made: [hama], left: [] },
  {
    when: "two of three",
    by: { ...vote, threshold: 0.7 },
    notes: [{ tags: [hama] }, { tags: [hama] }, {}],
    made: [],
    left: ["too-few"],
  },
  {
    when: "the label of most",
    by: vote,
    notes: [{ tags: [hama] }, { tags: ["source [Hama]"] }, { tags: [hama] }],
    made: [hama],
    left: [],
  },
  {
    when: "as many for either label",
    by: { ...vote, minimumVotes: 1 },
    notes: [{ tags: [hama] }, { tags: ["source [Hama]"] }],
    made: [],
    left: ["tie"],
  },
  {
    when: "the borders of most",
    by: vote,
    notes: [
      { tags: ["claim [it left Hama]"] },
      { tags: ["claim [it left Hama on Monday]"] },
      { tags: ["claim [it left Hama]"] },
    ],
    made: ["claim [it left Hama]"],
    left: [],
  },
  {
    when: "everybody's own borders",
    by: vote,
    notes: [{ tags: ["claim [it left Hama]"] }, { tags: ["claim [it left Hama on Monday]"] }],
    made: [],
    left: ["tie"],
  },
  {
    when: "the attributes of most, one by one",
    by: vote,
    notes: [
      { tags: [["claim [it left Hama]", { certainty: "certain", kind: "event" }]] },
      { tags: [["claim [it left Hama]", { certainty: "certain", kind: "denial" }]] },
      { tags: [["claim [it left Hama]", { certainty: "possible", kind: "event" }]] },
    ],
    made: ['claim [it left Hama] {"certainty":"certain","kind":"event"}'],
    left: [],
  },
  {
    when: "most say nothing about certainty",
    by: vote,
    notes: [{ tags: [claim("certain")] }, { tags: ["claim [it left Hama]"] }, { tags: ["claim [it left Hama]"] }],
    made: ["claim [it left Hama]"],
    left: [],
  },
  {
    when: "words of one's own are the first one's",
    by: allAgree,
    notes: [
      { tags: ["claim [it left Hama]"] },
      { tags: [["claim [it left Hama]", { restatement: "Troops withdrew." }]] },
    ],
    made: ['claim [it left Hama] {"restatement":"Troops withdrew."}'],
    left: [],
  },
  {
    when: "a link comes with its ends",
    by: allAgree,
    notes: [
      { tags: ["claim [it left Hama]", hama], links: ["1 located-at 2"] },
      { tags: ["claim [it left Hama]", hama], links: ["1 located-at 2"] },
    ],
    made: ["claim [it left Hama]", hama, "located-at"],
    left: [],
  },
  {
    when: "a link without its end waits",
    by: allAgree,
    notes: [
      { tags: ["claim [it left Hama]", hama], links: ["1 located-at 2"] },
      { tags: ["claim [it left Hama on Monday]", hama], links: ["1 located-at 2"] },
    ],
    made: [hama],
    left: ["disagree", "end-missing"],
  },
  {
    when: "an annotation is taken, the link they differ in is not",
    by: allAgree,
    notes: [
      { tags: ["claim [it left Hama]", hama], links: ["1 located-at 2"] },
      { tags: ["claim [it left Hama]", hama] },
    ],
    made: ["claim [it left Hama]", hama],
    left: ["too-few"],
  },
];

test.each(cases)("$by.strategy: $when", ({ by, notes, made: makes, left: leaves }) => {
  const plan = planMerge(comparing(...notes), new Map(), by, counter());
  expect(made(plan)).toEqual(makes);
  expect(left(plan)).toEqual(leaves);
});

test("a final tag names every tag that was weighed, and a link joins final ends", () => {
  const tags = ["claim [it left Hama]", hama];
  const plan = planMerge(
    comparing({ tags, links: ["1 located-at 2"] }, { tags, links: ["1 located-at 2"] }),
    new Map(),
    allAgree,
    counter(),
  );
  const [first, second, link] = plan.make;
  expect(first?.derivedFrom).toEqual([idOf(1, 1), idOf(2, 1)]);
  expect(link).toMatchObject({ from: first?.id, to: second?.id, derivedFrom: [idOf(1, 100), idOf(2, 100)] });
});

const later = "2026-06-01T12:00:00.000Z";
const final = (derivedFrom: TagId[], more: Partial<ComparedTag> = {}) =>
  ({ ...annotation(idOf(500, 1), "place", ["Hama"]), updatedAt: later, derivedFrom, ...more }) as ComparedTag; // still a place

describe("merging again", () => {
  const notes: Notes[] = [{ tags: [hama, "place [Idlib]"] }, { tags: [hama, "place [Idlib]"] }];
  const comparison = comparing(...notes);
  const both = [idOf(1, 1), idOf(2, 1)];

  test.each([
    { when: "a tag was taken", finals: [final(both)], makes: ["place [Idlib]"], kept: 1 },
    {
      when: "it was taken with other words",
      finals: [final(both, { kind: "source" })],
      makes: ["place [Idlib]"],
      kept: 1,
    },
    { when: "it was taken from one of them", finals: [final([idOf(2, 1)])], makes: ["place [Idlib]"], kept: 1 },
    { when: "it was taken away", finals: [final(both, { state: "withdrawn" })], makes: ["place [Idlib]"], kept: 1 },
    { when: "it was left out", finals: [final(both, { state: "rejected" })], makes: ["place [Idlib]"], kept: 1 },
    {
      when: "the decision was undone",
      finals: [final([], { state: "withdrawn" })],
      makes: [hama, "place [Idlib]"],
      kept: 0,
    },
    { when: "a reviewer tagged on their own", finals: [final([])], makes: [hama, "place [Idlib]"], kept: 0 },
  ])("$when: what was decided stays", ({ finals, makes, kept }) => {
    const plan = planMerge(comparison, settledGroups(comparison, finals), allAgree, counter());
    expect(made(plan)).toEqual(makes);
    expect(plan.kept).toHaveLength(kept);
  });

  test("twice makes nothing the second time", () => {
    const first = planMerge(comparison, new Map(), allAgree, counter());
    const finals = first.make.map((each) => ({ ...final([]), ...each, updatedAt: later }) as ComparedTag); // a tag was made of each
    const again = planMerge(comparison, settledGroups(comparison, finals), allAgree, counter());
    expect(again.make).toEqual([]);
    expect(again.kept).toHaveLength(2);
  });

  test("links of what was left out go with it", () => {
    const linked = comparing(
      { tags: ["claim [it left Hama]", hama], links: ["1 located-at 2"] },
      { tags: ["claim [it left Hama]", hama], links: ["1 located-at 2"] },
    );
    const settled = settledGroups(linked, [final([idOf(1, 1)], { state: "rejected" })]);
    const plan = planMerge(linked, settled, allAgree, counter());
    expect(made(plan)).toEqual([hama]);
    expect(left(plan)).toEqual([]);
    expect(progressOf(linked, settled)).toEqual({ settled: 2, of: 3 });
  });

  test.each([
    { when: "nothing changed", change: {}, changed: false },
    { when: "an analyst edited theirs", change: { updatedAt: "2026-07-01T12:00:00.000Z" }, changed: true },
    { when: "an analyst took theirs back", change: { state: "withdrawn" as const }, changed: true },
  ])("$when: flagged $changed, not overwritten", ({ change, changed }) => {
    const [a, b] = layersOf({ tags: [hama] }, { tags: [hama] });
    if (!a || !b) throw new Error("Two layers.");
    const now = compareLayers([a, { ...b, annotations: b.annotations.map((tag) => ({ ...tag, ...change })) }]);
    const settled = settledGroups(now, [final(both)]);
    expect([...settled.values()].map(({ changedSince }) => changedSince)).toEqual([changed]);
    expect(planMerge(now, settled, allAgree, counter()).make).toEqual([]);
  });
});
