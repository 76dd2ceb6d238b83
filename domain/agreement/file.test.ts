import { expect, test } from "vitest";
import { answer } from "@/domain/agreement/answer";
import { readAgreementFile } from "@/domain/agreement/file";

test.each([
  { content: [], entry: "the file", reason: /expected object/ },
  { content: {}, entry: "the file", reason: /none of categorical/ },
  { content: { categorical: [{ table: [[1, 2], [3]] }] }, entry: "categorical[0]", reason: /row 1 has 1 numbers/ },
  {
    content: {
      categorical: [
        {
          table: [
            [1, -2],
            [3, 4],
          ],
        },
      ],
    },
    entry: "categorical[0].table[0][1]",
    reason: />=0/,
  },
  { content: { categorical: [{ ratings: ["ab", "abc"] }] }, entry: "categorical[0]", reason: /ratings\[1\] has 3/ },
  { content: { categorical: [{ source: "x" }] }, entry: "categorical[0]", reason: /exactly one of table, ratings/ },
  {
    content: { categorical: [{ ratings: ["ab"], categories: ["a"] }] },
    entry: "categorical[0]",
    reason: /"b" is rated/,
  },
  {
    content: { unitizing: [{ raters: [[[0, 5]], [[8, 5]]], length: 10 }] },
    entry: "unitizing[0]",
    reason: /\[8, 5\] is outside/,
  },
  { content: { unitizing: [{ raters: [[[0, 0]]] }] }, entry: "unitizing[0].raters[0][0][1]", reason: />=1/ },
  {
    content: { unitizing: [{ categories: { a: [[]], b: [[], []] } }] },
    entry: "unitizing[0]",
    reason: /b has 2 raters/,
  },
  {
    content: { gamma: { observedDisorder: [{ raters: [[[5, 5, "a"]]] }] } },
    entry: "gamma.observedDisorder[0]",
    reason: /ends where/,
  },
])("a problem is found in $entry: $reason", ({ content, entry, reason }) => {
  const read = readAgreementFile(content);
  expect(read.ok ? [] : read.problems).toEqual([{ entry, reason: expect.stringMatching(reason) }]);
});

const units = [[[2, 3]], [[2, 4]]];

test.each([
  { says: "fields", entry: { raters: units, start: 1, length: 9 }, start: 1, length: 9, from: "fields" },
  {
    says: "an object",
    entry: { raters: units, continuum: { start: 1, length: 9 } },
    start: 1,
    length: 9,
    from: "fields",
  },
  { says: "a pair", entry: { raters: units, continuum: [1, 9] }, start: 1, length: 9, from: "fields" },
  {
    says: "words",
    entry: { raters: units, source: "X; continuum starts at 1, length 9" },
    start: 1,
    length: 9,
    from: "words",
  },
  { says: "a length", entry: { raters: units, length: 9 }, start: 0, length: 9, from: "fields" },
  { says: "nothing", entry: { raters: units }, start: 0, length: 6, from: "units" },
])("a continuum given as $says is read", ({ entry, start, length, from }) => {
  const read = readAgreementFile({ unitizing: [entry] });
  const answered = read.ok ? answer(read.file, { seed: 1, precision: 0.02 }).unitizing?.[0] : undefined;
  expect(answered).toMatchObject({ continuum: { start, length }, continuumFrom: from });
  expect(typeof answered?.alpha).toBe("number");
});

test("lists with null read like strings with marks, and rows of raters like rows of items", () => {
  const entries = [
    { ratings: ["ab", "_b", "aa", "bb"] },
    {
      ratings: [
        ["a", "b"],
        [null, "b"],
        ["a", "a"],
        ["b", "b"],
      ],
    },
    { byRater: ["a*ab", "bbab"] },
  ];
  const read = readAgreementFile({ categorical: entries });
  const answered = read.ok ? answer(read.file, { seed: 1, precision: 0.02 }).categorical : [];
  expect(answered?.[1]).toEqual(answered?.[0]);
  expect(answered?.[2]).toEqual(answered?.[0]);
  expect(answered?.[0]?.items).toEqual({ used: 3, seen: 4, complete: 3 });
});
