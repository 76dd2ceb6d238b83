import { expect, test } from "vitest";
import { tilesIn } from "@/domain/map/tiles";
import { toPoint } from "@/domain/map/view";

const size = { width: 512, height: 512 };
const zooms = { minZoom: 0, maxZoom: 6 };
const scaleAt = (z: number) => (256 * 2 ** z) / (2 * Math.PI);

test("the whole world at zoom 1 is four tiles", () => {
  const tiles = tilesIn({ longitude: 0, latitude: 0, scale: scaleAt(1) }, size, zooms);
  expect(tiles.filter(({ x, y }) => x < 2 && y < 2).length).toBeGreaterThanOrEqual(4);
  expect(tiles.find(({ x, y, left }) => x === 0 && y === 0 && left < 1)).toMatchObject({
    z: 1,
    left: 0,
    top: 0,
    side: 256,
  });
});

test("a tile lies where its corner is on the map", () => {
  const view = { longitude: 36.75, latitude: 35.13, scale: scaleAt(5) };
  for (const { z, x, y, left, top } of tilesIn(view, size, zooms)) {
    const { longitude, latitude } = toPoint(view, size, [left, top]);
    expect(((longitude + 180) / 360) * 2 ** z).toBeCloseTo(x, 6);
    const up = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
    expect((0.5 - up / (2 * Math.PI)) * 2 ** z).toBeCloseTo(y, 6);
  }
});

test("across the antimeridian the tiles go on with the first one", () => {
  const columns = new Set(tilesIn({ longitude: 180, latitude: 0, scale: scaleAt(4) }, size, zooms).map(({ x }) => x));
  expect([...columns].sort((a, b) => a - b)).toEqual([0, 1, 14, 15].filter((x) => columns.has(x)));
  expect(columns.has(0) && columns.has(15)).toBe(true);
});

test("nearer than there are tiles, the nearest ones are drawn larger", () => {
  const tiles = tilesIn({ longitude: 10, latitude: 50, scale: scaleAt(9) }, size, zooms);
  expect(tiles.every(({ z, side }) => z === 6 && side === 2048)).toBe(true);
  expect(tiles.length).toBeLessThanOrEqual(4);
});
