import { expect, test } from "vitest";
import { Affiliation } from "@/domain/entity/affiliation";
import { EntityId } from "@/domain/ids";
import { asAt } from "./as-at";

const army = EntityId.parse("0190a000-0000-7000-8000-000000000001");
const front = EntityId.parse("0190a000-0000-7000-8000-000000000002");
const brigade = {
  side: "unknown",
  affiliations: [
    { side: "government", to: "2012-06-30" },
    { side: "opposition", from: "2012-07-01", to: "2016-12-31", precision: "month" as const },
    { side: "government", from: "2016-01-01", precision: "year" as const },
    { entityId: army, to: "2012-06-30" },
    { entityId: front, from: "2014-01-01", to: "2015-01-01" },
  ],
};

test.each([
  { day: "2011-03-15", side: "government", parentId: army },
  { day: "2012-06-30", side: "government", parentId: army },
  { day: "2012-07-01", side: "opposition", parentId: undefined },
  { day: "2014-01-01", side: "opposition", parentId: front },
  { day: "2016-12-31", side: "government", parentId: undefined },
  { day: "2026-01-01", side: "government", parentId: undefined },
  { day: undefined, side: "unknown", parentId: undefined },
])("on $day it is with $side", ({ day, side, parentId }) => {
  expect(asAt(brigade, day)).toEqual({ side, ...(parentId && { parentId }) });
});

test("a month counts to its last day", () => {
  const affiliations = [{ side: "a", from: "2012-05-20", to: "2012-05-20", precision: "month" as const }];
  expect(asAt({ affiliations }, "2012-05-01")).toEqual({ side: "a" });
  expect(asAt({ affiliations }, "2012-05-31")).toEqual({ side: "a" });
  expect(asAt({ affiliations }, "2012-06-01")).toEqual({});
});

test.each([
  { said: {}, why: "says nothing" },
  { said: { side: "a", entityId: army }, why: "says two things" },
  { said: { side: "a", from: "2012-01-02", to: "2012-01-01" }, why: "ends before it begins" },
])("is refused where it $why", ({ said }) => {
  expect(Affiliation.safeParse(said).success).toBe(false);
});
