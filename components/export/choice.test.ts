import { expect, test } from "vitest";
import { choiceOf, queryOf, usualChoice } from "@/components/export/choice";
import { menuOf } from "@/domain/formats/menu";
import { formats } from "@/domain/formats/registry";

const menu = menuOf(formats);
const format = (id: string) => menu.find((each) => each.id === id) ?? menu[0];

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
    query: "format=csv&state=accepted&layer=claims&raw=1&bom=1",
  },
  { when: "tables as usual", choice: { format: "csv" }, query: "format=csv&state=accepted" },
  {
    when: "tables for a program, with background claims and comments",
    choice: { format: "csv", byteOrderMark: false, background: true, comments: true },
    query: "format=csv&state=accepted&bom=0&standing=all&comments=1",
  },
  { when: "the lossless file, compressed", choice: { gz: true }, query: "format=jsonl&state=accepted&gz=1" },
  {
    when: "one table, compressed",
    choice: { format: "csv", layer: "claims", gz: true },
    query: "format=csv&state=accepted&layer=claims&gz=1",
  },
  {
    when: "an archive, which is compressed as it is",
    choice: { format: "csv", gz: true },
    query: "format=csv&state=accepted",
  },
  { when: "everything but comments", choice: { comments: false }, query: "format=jsonl&state=accepted&comments=0" },
  {
    when: "a table was chosen and then another format",
    choice: { layer: "claims", raw: true },
    query: "format=jsonl&state=accepted",
  },
] as const)("$when", ({ choice, query }) => {
  const { format: id = "jsonl", ...rest } = { format: undefined, ...choice };
  expect(queryOf({ ...usualChoice(format(id)), ...rest })).toBe(query);
});

test.each([
  { when: "nothing was exported yet", usual: null, query: "format=jsonl&state=accepted" },
  {
    when: "one table of two kinds",
    usual: { format: "csv", states: ["accepted"], kinds: ["claim", "place"], layer: "claims", unit: null },
    query: "format=csv&state=accepted&kind=claim%2Cplace&layer=claims",
  },
  {
    when: "another unit, of all states",
    usual: {
      format: "doccano",
      states: ["open", "accepted", "returned", "rejected"],
      kinds: null,
      layer: null,
      unit: "grapheme cluster" as const,
    },
    query: "format=doccano&state=all&unit=grapheme+cluster",
  },
  {
    when: "a format that is no more",
    usual: { format: "gone", states: ["open"], kinds: null, layer: "x", unit: null },
    query: "format=jsonl&state=accepted",
  },
])("what is offered first after $when", ({ usual, query }) => {
  expect(queryOf(choiceOf(menu, usual))).toBe(query);
});

test("formats stand in groups, the archive first and people last", () => {
  const groups = menu.map(({ readBy }) => readBy);
  expect(groups.filter((group, nth) => group !== groups[nth - 1])).toEqual([...new Set(groups)]);
  expect(groups[0]).toBe("archive");
});
