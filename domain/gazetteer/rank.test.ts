import { describe, expect, test } from "vitest";
import type { FoundPlace } from "./found-place";
import { preselected, ranked, type Surroundings } from "./rank";

const place = (name: string, more: Partial<FoundPlace> = {}): FoundPlace => ({
  ...{ name, layer: "letters", featureType: "settlement", country: "SY", latitude: 35, longitude: 37 },
  ...more,
});
const nowhere: Surroundings = { countries: [], near: [] };
const chosen = (candidates: FoundPlace[], surroundings: Surroundings = nowhere) =>
  preselected(ranked(candidates, surroundings), surroundings)?.name;

const city = place("Hama city", { population: 460_000 });
const province = place("Hama province", { featureType: "province", population: 1_000_000 });

describe("the order", () => {
  test.each<[string, FoundPlace[], Surroundings, string]>([
    ["the project's own before the gazetteer's", [city, place("ours", { layer: "project" })], nowhere, "ours"],
    [
      "the same letters before other spellings",
      [place("other", { layer: "spelling", population: 9e6 }), city],
      nowhere,
      "Hama city",
    ],
    ["the town before its province", [province, city], nowhere, "Hama city"],
    ["what the words say it is", [city, province], { ...nowhere, featureType: "province" }, "Hama province"],
    [
      "countries of interest before many people",
      [place("big", { country: "LY", population: 1e6 }), place("small", { population: 10 })],
      { ...nowhere, countries: ["SY"] },
      "small",
    ],
    [
      "what is near before what is far",
      [place("far", { latitude: -20 }), place("near")],
      { ...nowhere, near: [{ latitude: 35, longitude: 37 }] },
      "near",
    ],
  ])("%s", (_, candidates, surroundings, first) => {
    expect(ranked(candidates, surroundings)[0]?.name).toBe(first);
  });
});

describe("what is chosen before a person looks", () => {
  test.each<[string, FoundPlace[], Surroundings, string | undefined]>([
    ["the only one", [city], nowhere, "Hama city"],
    ["no guess, though it is the only one", [place("Hamad", { layer: "guess" })], nowhere, undefined],
    ["neither town nor province without a word for it", [city, province], nowhere, undefined],
    [
      "the province where the words say province",
      [city, province],
      { ...nowhere, featureType: "province" },
      "Hama province",
    ],
    ["no town where the words say province", [city], { ...nowhere, featureType: "province" }, undefined],
    [
      "neither of two of a size",
      [place("one", { population: 5000 }), place("two", { population: 4000 })],
      nowhere,
      undefined,
    ],
    [
      "the one that is far larger",
      [place("one", { population: 500_000 }), place("two", { population: 4000 })],
      nowhere,
      "one",
    ],
    [
      "the one in a country of interest",
      [place("one"), place("two", { country: "US", population: 9000 })],
      { ...nowhere, countries: ["SY"] },
      "one",
    ],
    [
      "nothing of several elsewhere",
      [place("one", { country: "US", population: 900 }), place("two", { country: "FR" })],
      { ...nowhere, countries: ["SY"] },
      undefined,
    ],
  ])("%s", (_, candidates, surroundings, name) => {
    expect(chosen(candidates, surroundings)).toBe(name);
  });
});
