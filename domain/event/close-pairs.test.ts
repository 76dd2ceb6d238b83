import { expect, test } from "vitest";
import { closePairs, kilometresBetween, type Placed } from "@/domain/event/close-pairs";

const at = (id: string, more: Partial<Placed> = {}): Placed => ({
  ...{ id, title: id, type: "clash", from: "2026-11-30", to: "2026-11-30", latitude: 35.13, longitude: 36.75 },
  ...more,
});
const pairs = (...events: Placed[]) => closePairs(events).map(({ one, other }) => [one.id, other.id].toSorted().join());

test.each([
  ["the same day and place", {}, ["a,b"]],
  ["the day after", { from: "2026-12-01", to: "2026-12-01" }, ["a,b"]],
  ["the day before", { from: "2026-11-29", to: "2026-11-29" }, ["a,b"]],
  ["two days after", { from: "2026-12-02", to: "2026-12-02" }, []],
  ["days that reach to the day before", { from: "2026-11-01", to: "2026-11-29" }, ["a,b"]],
  ["another type", { type: "strike" }, []],
  ["nine kilometres north", { latitude: 35.211 }, ["a,b"]],
  ["eleven kilometres north", { latitude: 35.229 }, []],
])("%s", (_, more, found) => {
  expect(pairs(at("a"), at("b", more))).toEqual(found);
  expect(pairs(at("b", more), at("a"))).toEqual(found);
});

test("kilometres over the date line and at the pole", () => {
  expect(kilometresBetween({ latitude: 0, longitude: 179.99 }, { latitude: 0, longitude: -179.99 })).toBeCloseTo(
    2.22,
    1,
  );
  expect(kilometresBetween({ latitude: 90, longitude: 0 }, { latitude: 90, longitude: 90 })).toBeCloseTo(0, 5);
});
