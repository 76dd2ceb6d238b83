import { expect, test } from "vitest";
import { type CoarseArea, coarsened, type Widening, widened } from "./coarsen";

const village = {
  id: "geonames:1",
  name: "Aqayrabat",
  latitude: 34.9,
  longitude: 37.5,
  coordinateBasis: "named place",
  featureType: "settlement",
  admin1: "Hama",
  admin2: "Salamiyah",
  country: "SY",
};

test.each<{ to: CoarseArea; of: Partial<typeof village>; is: object }>([
  {
    to: "district",
    of: {},
    is: { name: "Salamiyah", featureType: "district", admin1: "Hama", admin2: "Salamiyah", country: "SY" },
  },
  { to: "province", of: {}, is: { name: "Hama", featureType: "province", admin1: "Hama", country: "SY" } },
  { to: "country", of: {}, is: { name: "SY", featureType: "country", country: "SY" } },
  {
    to: "district",
    of: { name: "Salamiyeh" },
    is: { name: "Hama", featureType: "province", admin1: "Hama", country: "SY" },
  },
])("$of.name to its $to", ({ to, of, is }) => {
  expect(coarsened({ ...village, ...of }, to, "██")).toEqual(is);
});

test.each<{ to: CoarseArea; is: object }>([
  { to: "district", is: { admin1Pcode: "SY05", admin2Pcode: "SY0504" } },
  { to: "province", is: { admin1Pcode: "SY05" } },
  { to: "country", is: {} },
])("no P-code is finer than the $to", ({ to, is }) => {
  const { admin1Pcode, admin2Pcode } = coarsened({ ...village, admin1Pcode: "SY05", admin2Pcode: "SY0504" }, to, "██");
  expect(JSON.parse(JSON.stringify({ admin1Pcode, admin2Pcode }))).toEqual(is);
});

test("a place of which no area is known leaves without a name", () => {
  expect(coarsened({ name: "Aqayrabat", latitude: 1, longitude: 2 }, "district", "██")).toEqual({ name: "██" });
});

test.each<{ time: object; to: Widening; is: object }>([
  {
    time: { from: "2026-06-03", to: "2026-06-03", precision: "day" },
    to: "as they are",
    is: { from: "2026-06-03", to: "2026-06-03", precision: "day" },
  },
  {
    time: { from: "2026-06-03", to: "2026-06-03", precision: "day" },
    to: "week",
    is: { from: "2026-06-01", to: "2026-06-07", precision: "week" },
  },
  {
    time: { from: "2026-05-31", to: "2026-06-01", precision: "day" },
    to: "week",
    is: { from: "2026-05-25", to: "2026-06-07", precision: "week" },
  },
  {
    time: { from: "2028-02-10", to: "2028-02-10" },
    to: "month",
    is: { from: "2028-02-01", to: "2028-02-29", precision: "month" },
  },
  { time: { to: "2026-06-03", precision: "unknown" }, to: "month", is: { to: "2026-06-30", precision: "unknown" } },
  {
    time: { from: "2026-06-01", to: "2026-06-30", precision: "month" },
    to: "week",
    is: { from: "2026-06-01", to: "2026-07-05", precision: "month" },
  },
  { time: { precision: "unknown" }, to: "month", is: { precision: "unknown" } },
])("$time to $to", ({ time, to, is }) => {
  expect(widened(time, to)).toEqual(is);
});
