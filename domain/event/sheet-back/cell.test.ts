import { expect, test } from "vitest";
import { readCell } from "@/domain/event/sheet-back/cell";

test.each([
  ["title", "  Clash\r\nnear Hama ", { value: "Clash\nnear Hama" }],
  ["note", "", { value: undefined }],
  ["latitude", "35.1318", { value: 35.1318 }],
  ["latitude", "35,1318", { value: 35.1318 }],
  ["longitude", "\u221236,75", { value: -36.75 }],
  ["latitude", "٣٥٫١", { value: 35.1 }],
  ["killed_low", "12", { value: 12 }],
  ["killed_low", "012", { value: 12 }],
  ["killed_low", "12.0", { value: 12 }],
  ["killed_low", "12,00", { value: 12 }],
  ["killed_high", "١٢", { value: 12 }],
  ["geo_precision", "2.0", { value: 2 }],
  ["coordinate_basis", "area’s middle", { value: "area's middle" }],
  ["date_meaning", "Duration", { value: "duration" }],
  ["date_from", "13.04.2026", { value: "2026-04-13" }],
] as const)("%s %j is read as %o", (column, text, read) => expect(readCell(column, { text })).toEqual(read));

test.each([
  ["latitude", "351318", /degrees/],
  ["latitude", "95.2", /more than 90 degrees/],
  ["killed_low", "1,234", /thousand or a decimal/],
  ["killed_low", "1.2E+5", /wrote “1.2E\+5” for a longer number/],
  ["killed_low", "dozens", /no whole number/],
  ["killed_low", "-3", /no whole number/],
  ["title", "=SUM(A1:A3)", /like a formula/],
  ["title", "#NAME?", /could not show/],
  ["date_from", "########", /could not show/],
  ["title", "??? ???", /letters were lost/],
  ["title", "Ham\uFFFD", /letters were lost/],
  ["note", "x".repeat(32_767), /cut the cell off/],
  ["phase", "over", /none of begun, ongoing, ended/],
  ["date_from", "04.05.26", /two digits/],
] as const)("%s %j is refused with its column and reason", (column, text, reason) => {
  const read = readCell(column, { text });
  expect("trouble" in read && read.trouble).toMatch(reason);
  expect("trouble" in read && read.trouble.startsWith(`${column}: `)).toBe(true);
});

test("a cell that a spreadsheet computes is refused, whatever it shows", () => {
  expect(readCell("killed_low", { text: "3", formula: true })).toEqual({
    trouble: "killed_low: The cell holds a formula. Put its value there.",
  });
});
