import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPoint } from "./coordinates";

const near = (typed: string, latitude: number, longitude: number) => {
  const point = readPoint(typed);
  expect(point).toMatchObject({ latitude: expect.closeTo(latitude, 4), longitude: expect.closeTo(longitude, 4) });
};

describe("degrees", () => {
  test.each([
    ["35.13179, 36.75783", 35.13179, 36.75783],
    ["35.5, 36.5", 35.5, 36.5],
    ["35.13179 36.75783", 35.13179, 36.75783],
    ["35.13179,36.75783", 35.13179, 36.75783],
    ["35,5; 36,5", 35.5, 36.5],
    ["35,5 36,5", 35.5, 36.5],
    ["35.75 N, 36.5 E", 35.75, 36.5],
    ["N35.75 E36.5", 35.75, 36.5],
    ["36.5E 35.75N", 35.75, 36.5],
    ["-33.86, 151.21", -33.86, 151.21],
    ["−33.86, 151.21", -33.86, 151.21],
    ["33.86 S 70.5 W", -33.86, -70.5],
    ["35°7'54\"N 36°45'28\"E", 35.131667, 36.757778],
    ["35°07′54″ N, 36°45′28″ E", 35.131667, 36.757778],
    ["35 07 54, 36 45 28", 35.131667, 36.757778],
    ["35 07 54 36 45 28", 35.131667, 36.757778],
    ["35:07:54 36:45:28", 35.131667, 36.757778],
    ["35° 7.9' N 36° 45.4667' E", 35.131667, 36.757778],
    ["35 7.9 36 45.4667", 35.131667, 36.757778],
    ["\u200e35.5, 36.5\u200f", 35.5, 36.5],
    ["0, 0", 0, 0],
    ["90, 180", 90, 180],
  ])("%s", near);

  test.each([
    ["", "unreadable"],
    ["Hama", "unreadable"],
    ["35.5", "one-number"],
    ["91, 36", "off-globe"],
    ["35, 181", "off-globe"],
    ["35°61'00\" N 36°00'00\" E", "unreadable"],
    ["35 N, 36 N", "unreadable"],
    ["-35 N, 36 E", "unreadable"],
    ["35.5 30 00, 36 00 00", "unreadable"],
    ["35, 36, 37", "unreadable"],
  ])("%s is %s", (typed, why) => {
    expect(readPoint(typed)).toBe(why);
  });

  test("any point on the globe is read as it was written", () => {
    const at = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
    fc.assert(
      fc.property(at(90), at(180), (latitude, longitude) => {
        expect(readPoint(`${latitude}, ${longitude}`)).toEqual({ latitude: latitude + 0, longitude: longitude + 0 });
        const letters = `${Math.abs(latitude)}${latitude < 0 ? "S" : "N"} ${Math.abs(longitude)}${longitude < 0 ? "W" : "E"}`;
        expect(readPoint(letters)).toEqual({ latitude: latitude + 0, longitude: longitude + 0 });
      }),
    );
  });

  test("whatever is typed is read or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,;/ °'\"NSEW-+AB") }), (typed) => {
        const point = readPoint(typed);
        if (typeof point === "string") return;
        expect(Math.abs(point.latitude)).toBeLessThanOrEqual(90);
        expect(Math.abs(point.longitude)).toBeLessThanOrEqual(180);
      }),
    );
  });
});
