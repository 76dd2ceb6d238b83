import { expect, test } from "vitest";
import { againstFinal } from "@/domain/review/compare/against-final";
import { layer, type Notes } from "@/domain/review/compare/layers.fixture";

const against = (work: Notes, theirs: Notes) => againstFinal(layer("A", 1, work), layer("final", 2, theirs));

const cases: { when: string; work: Notes; final: Notes; rules: string[]; counts: [number, number, number] }[] = [
  {
    when: "everything is alike",
    work: { tags: ["claim [it left Hama]"] },
    final: { tags: ["claim [it left Hama]"] },
    rules: [],
    counts: [1, 1, 1],
  },
  {
    when: "one was missed and one is too much",
    work: { tags: ["place [Hama]"] },
    final: { tags: ["place [Idlib]"] },
    rules: ["extra", "missed"],
    counts: [1, 0, 0],
  },
  {
    when: "the cue words were tagged along, twice",
    work: { tags: ["claim [said it left Hama]", "claim [denied that it left Hama]"] },
    final: { tags: ["claim [it left Hama]", "claim [that it left Hama]"] },
    rules: ["borders", "borders"],
    counts: [2, 2, 0],
  },
  {
    when: "a place was taken for a source",
    work: { tags: ["source [Hama]"] },
    final: { tags: ["place [Hama]"] },
    rules: ["label"],
    counts: [1, 1, 0],
  },
  {
    when: "a hedge was overlooked",
    work: { tags: [["claim [it left Hama]", { certainty: "certain" }]] },
    final: { tags: [["claim [it left Hama]", { certainty: "possible" }]] },
    rules: ["attributes.certainty"],
    counts: [1, 1, 0],
  },
  {
    when: "nobody was linked to it",
    work: { tags: ["claim [it left Hama]", "source [The army]"] },
    final: { tags: ["claim [it left Hama]", "source [The army]"], links: ["1 attributed-to 2"] },
    rules: ["links"],
    counts: [2, 2, 1],
  },
];

test.each(cases)("$when", ({ work, final, rules, counts }) => {
  const found = against(work, final);
  expect(found.rules.flatMap(({ rule, groups }) => groups.map(() => rule))).toEqual(rules);
  expect([found.final, found.found, found.alike]).toEqual(counts);
});

test("what was left out of the final layer is too much in anybody's work", () => {
  const final = layer("final", 2, { tags: ["place [Hama]"] });
  const leftOut = { ...final, annotations: final.annotations.map((tag) => ({ ...tag, state: "rejected" as const })) };
  const { rules, final: count } = againstFinal(layer("A", 1, { tags: ["place [Hama]"] }), leftOut);
  expect(rules.map(({ rule }) => rule)).toEqual(["extra"]);
  expect(count).toBe(0);
});
