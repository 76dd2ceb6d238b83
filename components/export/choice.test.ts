import { expect, test } from "vitest";
import { queryOf, usualChoice } from "@/components/export/choice";

test.each([
  { when: "nothing was chosen", choice: {}, query: "format=jsonl&state=accepted" },
  {
    when: "two kinds of any state",
    choice: { states: "all", kinds: ["claim", "place"] },
    query: "format=jsonl&state=all&kind=claim%2Cplace",
  },
  {
    when: "one table as it is",
    choice: { format: "csv", layer: "claims", raw: true },
    query: "format=csv&state=accepted&layer=claims&raw=1",
  },
  {
    when: "a table was chosen and then another format",
    choice: { layer: "claims", raw: true },
    query: "format=jsonl&state=accepted",
  },
] as const)("$when", ({ choice, query }) => {
  expect(queryOf({ ...usualChoice, ...choice })).toBe(query);
});
