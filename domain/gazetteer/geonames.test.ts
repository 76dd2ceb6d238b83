import { describe, expect, test } from "vitest";
import { areasOf, type GazetteerPlace, middleOf, readGeonamesLine } from "./geonames";

const line = (cells: Partial<Record<number, string>> = {}) => {
  const usual = [
    "170017",
    "Ḩamāh",
    "Hamah",
    "DAM,Hama,حماة,x",
    "35.13179",
    "36.75783",
    "P",
    "PPLA",
    "SY",
    "",
    "10",
    "",
  ];
  const rest = ["", "", "460602", "", "270", "Asia/Damascus", "2020-06-10"];
  return [...usual, ...rest].map((cell, at) => cells[at] ?? cell).join("\t");
};

test("a settlement has its names, without airport codes and single letters", () => {
  expect(readGeonamesLine(line())).toEqual({
    ...{ id: "geonames:170017", name: "Ḩamāh", feature: "settlement", country: "SY", admin1: "10" },
    ...{ latitude: 35.13179, longitude: 36.75783, population: 460_602, names: ["Ḩamāh", "Hamah", "Hama", "حماة"] },
  });
});

test.each([
  ["too few columns", "1\tHama", /19 columns/],
  ["no name", line({ 1: "" }), /no name/],
  ["off the globe", line({ 4: "135" }), /off the globe/],
  ["no coordinates", line({ 4: "" }), /off the globe/],
  ["words for a country", line({ 8: "Syria" }), /no country/],
])("a line with %s is said to be broken", (_, text, reason) => {
  expect(readGeonamesLine(text)).toMatch(reason);
});

test("what is no settlement is left out", () => {
  expect(readGeonamesLine(line({ 6: "T" }))).toBeUndefined();
});

const town = (more: Partial<GazetteerPlace>): GazetteerPlace => ({
  ...{ id: "geonames:1", name: "Hama", feature: "settlement", country: "SY", admin1: "10", names: ["Hama", "حماة"] },
  ...{ latitude: 35, longitude: 37, population: 100 },
  ...more,
});

describe("areas", () => {
  test("have the middle of their people, and the other scripts of the town they are named after", () => {
    const towns = [town({}), town({ name: "Masyaf", names: ["Masyaf"], latitude: 36, population: 300 })];
    const [area] = areasOf([{ code: "SY.10", name: "Hama Governorate" }], "province", towns);
    expect(area).toMatchObject({ id: "area:SY.10", feature: "province", population: 400, longitude: 37 });
    expect(area?.latitude).toBeCloseTo(35.75, 2);
    expect(area?.names).toEqual(["Hama Governorate", "Hama", "حماة"]);
  });

  test("without a settlement have no coordinates", () => {
    expect(areasOf([{ code: "SY.99", name: "Nowhere" }], "province", [])[0]).not.toHaveProperty("latitude");
  });

  test("over the date line have a middle on it", () => {
    const { longitude = 0 } = middleOf([town({ longitude: 179 }), town({ longitude: -179 })]);
    expect(Math.abs(longitude)).toBeCloseTo(180, 5);
  });
});
