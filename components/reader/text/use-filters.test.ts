import { expect, test } from "vitest";
import { hiding } from "@/components/reader/text/use-filters";

test.each([
  { when: "nothing is hidden", kinds: [], states: null, rules: 0 },
  { when: "a core kind is hidden", kinds: ["place"], states: null, rules: 2 },
  { when: "only accepted tags are wanted", kinds: [], states: ["accepted"], rules: 3 },
])("$when", ({ kinds, states, rules }) => {
  const css = hiding({ hiddenKinds: new Set(kinds), states: states && new Set(states), query: "" });
  expect(css.split("\n").filter(Boolean)).toHaveLength(rules);
});

test("a project's label is hidden by its own class", () => {
  expect(hiding({ hiddenKinds: new Set(["label:arms"]), states: null, query: "" })).toContain(".text .label-arms:not");
});
