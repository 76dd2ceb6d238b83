import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clustersOf, type Mapped, roomFor, spotsOf } from "@/domain/map/spots";
import type { Pixel } from "@/domain/map/view";

let made = 0;
const thing = (name: string, at: [number, number] | undefined, more: Partial<Mapped> = {}): Mapped => ({
  ...{ id: `${made++}`, name, state: "accepted", precision: 1 },
  ...(at && { point: { latitude: at[0], longitude: at[1] } }),
  ...more,
});

describe("spots", () => {
  test("what has one name at one point is one, those with most first; what has no coordinates is apart", () => {
    const all = [thing("Homs", [34.7, 36.7]), thing("Hama", [35.1, 36.7]), thing("hama", [35.1, 36.7])];
    const { spots, nowhere } = spotsOf([...all, thing("the pipeline", undefined)]);
    expect(spots.map(({ name, things }) => [name, things.length])).toEqual([
      ["Hama", 2],
      ["Homs", 1],
    ]);
    expect(nowhere.map(({ name }) => name)).toEqual(["the pipeline"]);
  });

  test("two names at one point are two", () => {
    expect(spotsOf([thing("Hama", [35.1, 36.7]), thing("the citadel", [35.1, 36.7])]).spots).toHaveLength(2);
  });

  test("0, 0 is drawn where somebody said so, and nowhere else", () => {
    const { spots, nowhere } = spotsOf([thing("Null Island buoy", [0, 0]), thing("somewhere", undefined)]);
    expect([spots.length, nowhere.length]).toEqual([1, 1]);
  });

  test.each([
    { states: ["accepted", "accepted"], is: "accepted" },
    { states: ["open", "accepted"], is: "mixed" },
    { states: ["returned"], is: "returned" },
  ] as const)("$states are $is", ({ states, is }) => {
    expect(spotsOf(states.map((state) => thing("Hama", [35, 36], { state }))).spots[0]?.state).toBe(is);
  });

  test("are as exact as the most exact mention", () => {
    const exact = thing("Hama", [35, 36], { precision: 2, uncertaintyMetres: 10_000 });
    const { spots } = spotsOf([thing("Hama", [35, 36], { precision: 3, uncertaintyMetres: 100_000 }), exact]);
    expect(spots[0]).toMatchObject({ precision: 2, uncertaintyMetres: 10_000 });
  });
});

const at = (x: number, y: number) => ({ spot: { things: [1] }, at: [x, y] as Pixel });

describe("clusters", () => {
  test("put together what covers each other, across the cells they are looked for in", () => {
    const clusters = clustersOf([at(39, 39), at(41, 41), at(200, 200)], 40);
    expect(clusters.map(({ count, at: where }) => [count, where])).toEqual([
      [2, [40, 40]],
      [1, [200, 200]],
    ]);
  });

  test("lose nothing, and stay the same when the map is moved", () => {
    const anyPixel = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 }));
    fc.assert(
      fc.property(fc.array(anyPixel, { maxLength: 80 }), fc.integer({ min: -500, max: 500 }), (pixels, dx) => {
        const clusters = clustersOf(
          pixels.map(([x, y]) => at(x, y)),
          40,
        );
        expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(pixels.length);
        const movedOnes = clustersOf(
          pixels.map(([x, y]) => at(x + dx, y)),
          40,
        );
        expect(movedOnes.map(({ count }) => count)).toEqual(clusters.map(({ count }) => count));
      }),
    );
  });
});

test("a label is left out where it would lie on another one or on a point", () => {
  const labels = [
    { name: "Homs", at: [100, 100] as Pixel, width: 40 },
    { name: "Rastan", at: [120, 104] as Pixel, width: 40 },
    { name: "Hama", at: [100, 200] as Pixel, width: 40 },
  ];
  expect(roomFor(labels, [], 14).map(({ name }) => name)).toEqual(["Homs", "Hama"]);
  expect(roomFor(labels, [[110, 200]], 14).map(({ name }) => name)).toEqual(["Homs"]);
});
