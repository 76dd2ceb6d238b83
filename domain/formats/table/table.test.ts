import { describe, expect, test } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import { placedRow } from "@/domain/formats/table/placed";
import { type ReadColumn, rowOf } from "@/domain/formats/table/row";
import { guessTargets } from "@/domain/formats/table/targets";
import { sentText } from "@/domain/interchange/line-ends";

const bridge = {
  slug: "bridge",
  name: "Bridge",
  attributes: [{ slug: "held-by", name: "Held by", type: "text" }],
};
const codebook = Codebook.parse({ labels: [bridge] });

describe("what columns hold is guessed by their names", () => {
  test.each<{ when: string; header: string[]; holds: Record<string, string> }>([
    {
      when: "offsets and words",
      header: ["Report ID", "Start", "End", "Quote", "Label", "Coder", "Mood"],
      holds: { "Report ID": "report", Start: "start", End: "end", Quote: "quote", Label: "kind", Coder: "annotator" },
    },
    {
      when: "text beside offsets of a report that is named",
      header: ["doc", "text", "start", "end", "label"],
      holds: { doc: "report", text: "quote", start: "start", end: "end", label: "kind" },
    },
    {
      when: "text beside offsets and nothing else",
      header: ["text", "start", "end", "label"],
      holds: { text: "text", start: "start", end: "end", label: "kind" },
    },
    { when: "words of a report", header: ["id", "title", "words"], holds: { id: "id", title: "title" } },
    {
      when: "an attribute of the project, by its name",
      header: ["title", "quote", "kind", "held by", "certainty"],
      holds: {
        ...{ title: "title", quote: "quote", kind: "kind" },
        ...{ "held by": "attribute:held-by", certainty: "attribute:certainty" },
      },
    },
  ])("$when", ({ header, holds }) => {
    expect(Object.fromEntries(guessTargets(header, codebook))).toEqual(holds);
  });
});

const columns: ReadColumn[] = ["start", "end", "quote", "segments"].map((target, at) => ({ at, name: target, target }));
const text = "😊 the dam, the bridge\r\nand the dam";
const placed = (cells: string[], unit: Parameters<typeof placedRow>[2] = "code point") =>
  placedRow(rowOf(cells, columns, { file: "a.csv", line: 2 }), sentText(text), unit);

test.each<[when: string, cells: string[], unit: "code point" | "UTF-16 code unit" | "byte", at: number[]]>([
  ["code points fit", ["6", "9", "dam"], "code point", [6, 9]],
  ["UTF-16 units fit", ["7", "10", "dam"], "UTF-16 code unit", [6, 9]],
  ["bytes fit", ["9", "12", "dam"], "byte", [6, 9]],
  ["numbers are written with a point", ["6.0", "9.0", "dam"], "code point", [6, 9]],
  ["there are no words", ["6", "9"], "code point", [6, 9]],
  ["the offsets are off and the words stand once", ["0", "6", "bridge"], "code point", [15, 21]],
  ["the offsets are no numbers and the words stand once", ["x", "", "bridge"], "code point", [15, 21]],
  ["there are words alone", ["", "", "bridge"], "code point", [15, 21]],
  ["there are several parts", ["", "", "dam […] bridge", "6..9;15..21"], "code point", [6, 9, 15, 21]],
])("words are found when %s", (_when, cells, unit, at) => {
  const found = placed(cells, unit);
  expect(found.ok && found.segments.flatMap(({ start, end }) => [start, end])).toEqual(at);
});

test.each<[when: string, cells: string[], trouble: object]>([
  ["the words stand twice", ["0", "3", "dam"], { is: "quote", often: true }],
  ["the words stand nowhere", ["6", "9", "dyke"], { is: "quote", often: false }],
  ["the offsets are beyond the text", ["60", "90"], { is: "offsets", trouble: { is: "outside" } }],
  ["the end is missing", ["6", ""], { is: "offsets", trouble: { is: "not-a-number" } }],
  ["there is neither", ["", ""], { is: "no-place" }],
  ["one of several parts differs", ["", "", "dam […] bridges", "6..9;15..21"], { is: "quote", often: false }],
  ["parts are no stretches", ["", "", "", "6-9"], { is: "offsets", trouble: { is: "not-a-number" } }],
])("nothing is guessed when %s", (_when, cells, trouble) => {
  expect(placed(cells)).toMatchObject({ ok: false, trouble });
});

test("a cell that was made safe for spreadsheets says what it said before", () => {
  const said: ReadColumn[] = [
    { at: 0, name: "quote", target: "quote" },
    { at: 1, name: "note", target: "attribute:note" },
    { at: 2, name: "cells_made_safe", target: "made-safe" },
  ];
  const spot = { file: "a.csv", line: 2 };
  expect(rowOf(["'=1+1", "'tis", "quote"], said, spot)).toEqual({
    ...{ spot, said: new Map([["quote", "=1+1"]]), own: { note: "'tis" } },
  });
});
