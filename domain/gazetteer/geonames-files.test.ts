import { describe, expect, test } from "vitest";
import { kindOfLine, readNameLine, readPlaceLine } from "./geonames-files";

const usual = ["170017", "Ḩamāh", "Hamah", "Hama,حماة", "35.13179", "36.75783", "P", "PPLA", "SY", "", "10", "1001"];
const place = (cells: Partial<Record<number, string>> = {}) =>
  [...usual, "", "", "460602", "", "270", "Asia/Damascus", "2020-06-10"]
    .map((cell, at) => cells[at] ?? cell)
    .join("\t");

describe("a line of a country file", () => {
  test("is a settlement with its number", () => {
    expect(readPlaceLine(place())).toMatchObject({ id: "geonames:170017", geonameId: 170_017, feature: "settlement" });
  });

  test.each([
    ["first", { 6: "A", 7: "ADM1" }, "area:SY.10", "province", { admin1: "10" }],
    ["second", { 6: "A", 7: "ADM2" }, "area:SY.10.1001", "district", { admin1: "10", admin2: "1001" }],
  ])("is an area of the %s level under the id that it has here", (_, cells, id, feature, codes) => {
    const read = readPlaceLine(place(cells));
    expect(read).toMatchObject({ id, feature, geonameId: 170_017, ...codes });
    if (feature === "province") expect(read).not.toHaveProperty("admin2");
  });

  test.each([
    ["a hill", { 6: "T", 7: "HLL" }],
    ["an area of the third level", { 6: "A", 7: "ADM3" }],
  ])("is passed over for %s", (_, cells) => {
    expect(readPlaceLine(place(cells))).toBeUndefined();
  });

  test.each([
    ["too few columns", "1\tHama", /19 columns are expected, and there are 2/],
    ["coordinates off the globe", place({ 5: "181" }), /off the globe/],
    ["coordinates in words", place({ 4: "north" }), /off the globe/],
    ["a number that is none", place({ 0: "x1" }), /no id/],
    ["a number beyond all", place({ 0: "9999999999" }), /no id/],
    ["no name", place({ 1: "" }), /no name/],
    ["an area without a code", place({ 6: "A", 7: "ADM2", 11: "" }), /no code/],
    ["a country in words", place({ 8: "Syria" }), /is no country/],
  ])("with %s is said to be broken", (_, line, reason) => {
    expect(readPlaceLine(line)).toMatch(reason);
  });
});

const name = (...cells: string[]) => ["1234", "170017", ...cells].join("\t");

describe("a line of alternate names", () => {
  test("says what sort of name it is, and from when to when", () => {
    expect(readNameLine(name("ar", "حماة", "1", "", "", "", "", ""))).toEqual({
      ...{ id: 1234, geonameId: 170_017, name: "حماة", language: "ar" },
      ...{ preferred: true, short: false, colloquial: false, former: false },
    });
    expect(readNameLine(name("", "Epiphania", "", "1", "1", "1", "-175", "0600"))).toEqual({
      ...{ id: 1234, geonameId: 170_017, name: "Epiphania", since: "-175", until: "0600" },
      ...{ preferred: false, short: true, colloquial: true, former: true },
    });
  });

  test("may leave the last columns out", () => {
    expect(readNameLine(name("de", "Hama"))).toMatchObject({ name: "Hama", former: false });
  });

  test.each(["link", "post", "iata", "wkdt"])("is passed over where it holds no name but a %s", (language) => {
    expect(readNameLine(name(language, "https://en.wikipedia.org/wiki/Hama"))).toBeUndefined();
  });

  test.each([
    ["too few columns", "1\t2", /At least 4 columns/],
    ["too many", name("ar", ..."123456789"), /At most 10 columns/],
    ["no number", "\t170017\tar\tحماة", /no id/],
    ["no number of a place", "1\tHama\tar\tحماة", /no id/],
    ["no name", name("ar", " "), /no name/],
    ["a sentence for a language", name("in the Arabic language", "حماة"), /is no language/],
    ["a word for a flag", name("ar", "حماة", "yes"), /1 or nothing/],
  ])("with %s is said to be broken", (_, line, reason) => {
    expect(readNameLine(line)).toMatch(reason);
  });
});

test.each([
  [place(), "places"],
  [name("ar", "حماة", "1"), "names"],
  ["id\tname\tlanguage\tname", undefined],
  ["a,b,c", undefined],
  ["", undefined],
])("%j is of a file of %s", (line, kind) => {
  expect(kindOfLine(line)).toBe(kind);
});
