import { expect, test } from "vitest";
import { mapPrecision } from "@/domain/map/precision";

test.each([
  { when: "a settlement", of: { featureType: "settlement", coordinateBasis: "named place" }, is: 1 },
  { when: "nothing is known but the point", of: {}, is: 1 },
  { when: "the nearest town", of: { featureType: "hill", coordinateBasis: "nearest named town" }, is: 2 },
  { when: "the middle of a district", of: { featureType: "district", coordinateBasis: "area's middle" }, is: 2 },
  { when: "the middle of a province", of: { featureType: "province", coordinateBasis: "area's middle" }, is: 3 },
  { when: "a province's capital", of: { featureType: "province", coordinateBasis: "area's capital" }, is: 3 },
  {
    when: "a point that somebody set on a road",
    of: { featureType: "road", coordinateBasis: "analyst's point" },
    is: 1,
  },
  { when: "a road in a gazetteer", of: { featureType: "road", coordinateBasis: "named place" }, is: 3 },
  { when: "a square of 10 km", of: { coordinateBasis: "analyst's point", uncertaintyMetres: 10_000 }, is: 2 },
  { when: "a square of 100 km", of: { coordinateBasis: "analyst's point", uncertaintyMetres: 100_000 }, is: 3 },
] as const)("$when: $is", ({ of, is }) => {
  expect(mapPrecision(of)).toBe(is);
});
