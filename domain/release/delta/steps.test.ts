import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, cutter, type RecordKind } from "@/domain/release/delta/records";
import { BrokenSteps, goneOf, lookThrough, type Step, stepIn, stepsTo, taken } from "@/domain/release/delta/steps";

const as = (text: string) => text;
const cut = (text: string, kind: RecordKind, at: number[] = []) => {
  const cutting = cutter(kind);
  const borders = [0, ...[...at].sort((one, other) => one - other).filter((each) => each < text.length), text.length];
  const pieces = borders.slice(1).map((end, nth) => text.slice(borders[nth], end));
  return [...pieces.flatMap((piece) => cutting.take(piece)), ...cutting.rest()];
};

async function between(older: string[], newer: string[]) {
  const known = await lookThrough([older], as);
  const steps: Step[] = [];
  const added: string[] = [];
  for await (const each of stepsTo([newer], known, as)) {
    if ("step" in each) steps.push(each.step);
    else added.push(each.added);
  }
  const gone: string[] = [];
  for await (const record of goneOf([older], known)) gone.push(record);
  return { steps, added, gone };
}

async function applied(older: string[], steps: Step[]) {
  let text = "";
  for await (const piece of taken(steps, (from, count) => older.slice(from, from + count))) text += piece;
  return text;
}

/** Few letters, so that records are often alike, with everything that CSV and JSON have to quote. */
const tricky = fc.stringMatching(/^[ab",\r\n\\\uFEFF😊ق]{0,60}$/u);

describe("records", () => {
  test("joined again are the text, wherever it was cut on its way", () => {
    fc.assert(
      fc.property(tricky, fc.array(fc.nat(60)), fc.constantFrom<RecordKind>("line", "row"), (text, at, kind) => {
        const records = cut(text, kind, at);
        expect(records.join("")).toBe(text);
        expect(records).toEqual(cut(text, kind));
      }),
    );
  });

  test.each([
    {
      text: 'a,b\r\n1,"x\r\ny"\r\n2,z\r\n',
      rows: [
        ["a", "b"],
        ["1", "x\r\ny"],
        ["2", "z"],
      ],
    },
    {
      text: '\uFEFFid,note\r\n1,"say ""no"", he said"\r\n',
      rows: [
        ["id", "note"],
        ["1", 'say "no", he said'],
      ],
    },
    {
      text: "a,,\r\n,,\r\n",
      rows: [
        ["a", "", ""],
        ["", "", ""],
      ],
    },
    { text: '"",""', rows: [["", ""]] },
  ])("rows of $text", ({ text, rows }) => {
    expect(cut(text, "row").map(cellsOf)).toEqual(rows);
  });
});

describe("steps", () => {
  test("make the newer file of the older one, whatever both are", async () => {
    await fc.assert(
      fc.asyncProperty(tricky, tricky, fc.constantFrom<RecordKind>("line", "row"), async (one, other, kind) => {
        const [older, newer] = [cut(one, kind), cut(other, kind)];
        const { steps } = await between(older, newer);
        const told = steps.map((step) => stepIn(JSON.stringify(step)));
        expect(await applied(older, told)).toBe(other);
      }),
    );
  });

  test("tell what is only here and only there", async () => {
    const found = await between(["a\n", "b\n", "c\n", "d\n"], ["a\n", "c\n", "x\n", "b\n"]);
    expect(found.added).toEqual(["x\n"]);
    expect(found.gone).toEqual(["d\n"]);
    expect(found.steps).toEqual([
      ["copy", 0, 1],
      ["copy", 2, 1],
      ["add", "x\n"],
      ["copy", 1, 1],
    ]);
  });

  test("are one copy where nothing changed", async () => {
    expect((await between(["a\n", "b\n", "a\n"], ["a\n", "b\n", "a\n"])).steps).toEqual([["copy", 0, 3]]);
  });

  test.each(['["copy",0', '["copy",-1,2]', '["move",1,2]', "{}", '["add",7]'])("%s is refused", (line) => {
    expect(() => stepIn(line)).toThrow(BrokenSteps);
  });
});
