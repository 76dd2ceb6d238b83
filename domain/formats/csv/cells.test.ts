import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, csvRow, rowWriter, safeText, unsafeText } from "@/domain/formats/csv/cells";

test.each([
  { when: "an equals sign", text: "=1+1", safe: "'=1+1" },
  { when: "a plus sign", text: "+1", safe: "'+1" },
  { when: "a minus sign", text: "-1", safe: "'-1" },
  { when: "an at sign", text: "@SUM(A1)", safe: "'@SUM(A1)" },
  { when: "full-width signs", text: "＝1＋1", safe: "'＝1＋1" },
  { when: "a full-width at sign", text: "＠SUM(A1)", safe: "'＠SUM(A1)" },
  { when: "a small equals sign", text: "﹦1", safe: "'﹦1" },
  { when: "a superscript plus", text: "⁺1", safe: "'⁺1" },
  { when: "a mathematical minus", text: "−1", safe: "'−1" },
  { when: "blanks before it", text: "  =1", safe: "  '=1" },
  { when: "a no-break space before it", text: "\u00A0=1", safe: "\u00A0'=1" },
  { when: "an invisible mark before it", text: "\u200E\uFEFF=1", safe: "\u200E\uFEFF'=1" },
  { when: "a tab first", text: "\t=1", safe: "'\t'=1" },
  { when: "a carriage return first", text: "\rx", safe: "'\rx" },
  { when: "a line feed first", text: "\nx", safe: "'\nx" },
  { when: "a new line inside", text: "a\n=1", safe: "a\n'=1" },
  { when: "a semicolon inside", text: "a;=1+1", safe: "a;'=1+1" },
  { when: "a semicolon and a blank inside", text: "a; ＋1", safe: "a; '＋1" },
  { when: "a tab inside", text: "a\t@x", safe: "a\t'@x" },
  { when: "a bar inside", text: "a|-1", safe: "a|'-1" },
  { when: "a quotation mark inside", text: 'a"=1', safe: `a"'=1` },
  { when: "a hyphenated name", text: "Tel-Abyad", safe: "Tel-Abyad" },
  { when: "an ordinary sum", text: "1 + 1 = 2", safe: "1 + 1 = 2" },
  { when: "an address", text: "desk@example.org", safe: "desk@example.org" },
  { when: "spans", text: "12..20;31..40", safe: "12..20;31..40" },
])("$when: $text", ({ text, safe }) => {
  expect(safeText(text)).toBe(safe);
});

const nasty = fc.string({
  unit: fc.constantFrom("=", "+", "@", "-", "＝", ";", "\t", "\n", "\r", '"', "|", ",", " ", "a"),
});

test("a text that was made safe is had again", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(unsafeText(safeText(text))).toBe(text);
    }),
  );
});

test("no reader finds a cell that begins a formula, whatever it splits at", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (cells) => {
      const columns = cells.map((_, at) => `c${at}`);
      const line = csvRow(columns, cells, false);
      for (const part of line.split(/[;\t|\r\n"]/)) expect(part.trimStart()).not.toMatch(/^[=＝+@-]/);
    }),
  );
});

test("taking the apostrophes out gives the text back", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(safeText(text).replaceAll("'", "")).toBe(text);
    }),
  );
});

test("raw cells come back as they were", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 2, maxLength: 4 }), (cells) => {
      const line = csvRow([], cells, true);
      expect(parse(line, { record_delimiter: "\r\n" })).toEqual(cells.every((cell) => cell === "") ? [cells] : [cells]);
    }),
  );
});

test("no character that a formula may begin with is overlooked, wherever a cell may begin", () => {
  const overlooked: string[] = [];
  for (let code = 0; code < 0x110000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const sign = String.fromCodePoint(code);
    if (sign !== "\u2212" && !/^[=+\-@]/.test(sign.normalize("NFKC"))) continue;
    for (const before of ["", " ", "\u200E", "a;", "a\n", "a|\t \u00A0"]) {
      const safe = safeText(`${before}${sign}1`);
      if (!safe.endsWith(`'${sign}1`)) overlooked.push(`${before}${code.toString(16)}`);
    }
  }
  expect(overlooked).toEqual([]);
});

test("a cell of blanks and line breaks takes no time", () => {
  const long = "\n ".repeat(200_000);
  expect(safeText(long)).toBe(`'${long}`);
});

test("many rows are written as each of them alone", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(nasty, fc.constantFrom("same", "=same", undefined, true, 7, -1.5));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), fc.boolean(), (rows, raw) => {
      const columns = ["a", "b", "c"];
      const write = rowWriter(columns, raw);
      expect(rows.map((row) => write(row))).toEqual(rows.map((row) => csvRow(columns, row, raw)));
    }),
  );
});
