import { expect, test } from "vitest";
import { derivePlace, geoPrecisionOf } from "@/domain/event/event-place";
import type { EvidencePlace } from "@/domain/event/evidence";
import { aClaim, aMember, claimId } from "@/domain/event/evidence.fixture";

const place = (words: string, more: Partial<EvidencePlace> = {}): EvidencePlace => ({
  id: claimId(words),
  words,
  primary: false,
  ...more,
});
const at = (...places: EvidencePlace[]) => [aMember(aClaim("A", { places }))];
const hama = { name: "Hama", latitude: 35.13, longitude: 36.75, featureType: "settlement", role: "at" } as const;

test.each([
  {
    when: "a named town",
    members: at(place("Hama", hama)),
    is: { name: "Hama", geoPrecision: 1, coordinateBasis: "named place" },
  },
  {
    when: "near it",
    members: at(place("Hama", { ...hama, role: "near" })),
    is: { geoPrecision: 2, coordinateBasis: "nearest named town" },
  },
  {
    when: "a province",
    members: at(place("Hama", { ...hama, featureType: "province" })),
    is: { geoPrecision: 3, coordinateBasis: "area's middle" },
  },
  {
    when: "a road with two ends",
    members: at(place("the A–B road", { ...hama, featureType: "road" })),
    is: { geoPrecision: 3, missing: "a road's ends give none" },
  },
  {
    when: "two places, none primary",
    members: at(place("Hama"), place("Homs")),
    is: { missing: "several places, none primary", others: ["Hama", "Homs"] },
  },
  {
    when: "two places, one primary",
    members: at(place("Hama"), place("Homs", { primary: true })),
    is: { name: "Homs", others: ["Hama"] },
  },
  { when: "none", members: at(), is: { missing: "no place" } },
])("$when: $is", ({ members, is }) => {
  expect(derivePlace(members)).toMatchObject(is);
});

test("its areas and their P-codes stand with it, and an area lies in itself", () => {
  const codes = { admin1Pcode: "SY05", admin2Pcode: "SY0501", country: "SY" };
  const inHama = { ...hama, admin1: "Hama", admin2: "Hama District", ...codes };
  expect(derivePlace(at(place("Hama", inHama)))).toMatchObject({ admin1: "Hama", admin2: "Hama District", ...codes });
  const province = derivePlace(
    at(place("Hama", { ...hama, featureType: "province", admin1Pcode: "SY05", country: "SY" })),
  );
  expect(province).toMatchObject({ admin1: "Hama", admin1Pcode: "SY05", country: "SY" });
  expect(province).not.toHaveProperty("admin2");
});

test("no coordinate is computed from a road's ends", () => {
  expect(derivePlace(at(place("the A–B road", { ...hama, featureType: "road" })))).not.toHaveProperty("latitude");
});

test.each([
  { said: { featureType: "settlement", role: "at" }, is: 1 },
  { said: { featureType: "facility", role: "at" }, is: 1 },
  { said: { featureType: "settlement", role: "near" }, is: 2 },
  { said: { featureType: "settlement", role: "at", precision: 2 }, is: 2 },
  { said: { featureType: "hill", role: "at", precision: 1 }, is: 2 },
  { said: { role: "at", precision: 1 }, is: 2 },
  { said: { featureType: "road", role: "near", precision: 2 }, is: 3 },
] as const)("$said has geo-precision $is", ({ said, is }) => {
  expect(geoPrecisionOf(place("x", said))).toBe(is);
});
