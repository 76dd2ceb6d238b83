import { describe, expect, test } from "vitest";
import { readMgrs } from "./mgrs";
import { distanceKm } from "./point";

/** Made with the package mgrs 2.2.0, whose squares are right (its way back is not always). */
describe("the square of one metre that holds a point", () => {
  test.each([
    ["37SBU9570989959", 35.13179, 36.75783],
    ["37SBT4827211116", 33.51, 36.29],
    ["56HLH3441651925", -33.86, 151.21],
    ["31NAA7716411067", 0.1, 0.1],
    ["30MZE2283588932", -0.1, -0.1],
    ["27WVM5613708467", 64.1, -21.9],
    ["33XWK9678908156", 80.2, 20.1],
    ["32VKN9619101684", 60.4, 5.3],
    ["19FEV4500027239", -54.8, -68.3],
    ["36UUA2394091604", 50.45, 30.52],
    ["36PVC4639824753", 15.6, 32.5],
    ["33XWH2149158997", 78.9, 16],
    ["48NUG7205742612", 1.29, 103.85],
  ])("%s", (text, latitude, longitude) => {
    const point = readMgrs(text);
    expect(point?.uncertaintyMetres).toBe(1);
    expect(point && 1000 * distanceKm(point, { latitude, longitude })).toBeLessThan(1.5);
  });
});

test.each([
  ["37SBU95708995", 10],
  ["37S BU 957 899", 100],
  ["37SBU9589", 1000],
  ["37SBU98", 10_000],
  ["37sbu", 100_000],
])("%s names a square of %i metres, and stands for its middle", (text, side) => {
  const point = readMgrs(text);
  expect(point?.uncertaintyMetres).toBe(side);
  expect(point && distanceKm(point, { latitude: 35.13179, longitude: 36.75783 })).toBeLessThan(side / 1000);
});

test.each([
  ["37SBU957"],
  ["61SBU9589"],
  ["37IBU9589"],
  ["37SIU9589"],
  ["37SBW9589"],
  ["35.1, 36.7"],
  [""],
  ["37SZU95"],
])("%s is no grid reference", (text) => {
  expect(readMgrs(text)).toBeUndefined();
});
