import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boundsOf,
  fitting,
  type MapView,
  metresPerPixel,
  moved,
  ringDistances,
  roundBelow,
  toPixel,
  toPoint,
  wrapped,
  zoomed,
} from "@/domain/map/view";

const size = { width: 800, height: 500 };
const anyView = fc.record({
  longitude: fc.double({ min: -180, max: 179.9, noNaN: true }),
  latitude: fc.double({ min: -70, max: 70, noNaN: true }),
  scale: fc.double({ min: 400, max: 400_000, noNaN: true }),
});
const anyPixel = fc.tuple(fc.double({ min: 0, max: 800, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }));

test("a pixel's point is drawn at that pixel", () => {
  fc.assert(
    fc.property(anyView, anyPixel, (view, pixel) => {
      const point = toPoint(view, size, pixel);
      fc.pre(Math.abs(point.latitude) < 84.9);
      const [x, y] = toPixel(view, size, point);
      expect(Math.abs(x - pixel[0])).toBeLessThan(0.01);
      expect(Math.abs(y - pixel[1])).toBeLessThan(0.01);
    }),
  );
});

test("what is under the pointer stays under it while the map comes nearer, and goes with it when it is dragged", () => {
  fc.assert(
    fc.property(anyView, anyPixel, fc.double({ min: 0.5, max: 2, noNaN: true }), (view, pixel, factor) => {
      const point = toPoint(view, size, pixel);
      const near = zoomed(view, size, factor, pixel);
      const dragged = moved(view, size, [13, -7]);
      fc.pre([point, near, dragged].every(({ latitude }) => Math.abs(latitude) < 84));
      const [x, y] = toPixel(near, size, point);
      expect(Math.hypot(x - pixel[0], y - pixel[1])).toBeLessThan(0.01);
      const [dx, dy] = toPixel(dragged, size, point);
      expect(Math.hypot(dx - pixel[0] - 13, dy - pixel[1] + 7)).toBeLessThan(0.01);
    }),
  );
});

test("all points that are fitted are to be seen", () => {
  const anyPoint = fc.record({
    latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(anyPoint, { minLength: 1, maxLength: 30 }), (points) => {
      const view = fitting(points, size);
      for (const point of points) {
        const [x, y] = toPixel(view, size, point);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(800);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(500);
      }
    }),
  );
});

describe("where a map is put", () => {
  const at = (...points: [number, number][]) =>
    fitting(
      points.map(([latitude, longitude]) => ({ latitude, longitude })),
      size,
    );
  test.each([
    {
      when: "Fiji and Samoa, across the antimeridian",
      points: [
        [-17.7, 178],
        [-13.8, -172],
      ],
      longitude: -177,
    },
    {
      when: "Syria and Iraq",
      points: [
        [35, 36],
        [33, 44],
      ],
      longitude: 40,
    },
    {
      when: "Chukotka on both sides of the line",
      points: [
        [66, 179],
        [66, -171],
      ],
      longitude: -176,
    },
  ] as { when: string; points: [number, number][]; longitude: number }[])("$when", ({ points, longitude }) => {
    expect(at(...points).longitude).toBeCloseTo(longitude);
  });

  test("one point is not shown from as near as can be, and none shows the world", () => {
    expect(metresPerPixel(at([35, 36]))).toBeGreaterThan(100);
    expect(metresPerPixel(fitting([], size))).toBeGreaterThan(10_000);
  });
});

test.each([
  [180, -180],
  [-180, -180],
  [190, -170],
  [-541, 179],
  [0, 0],
])("%d degrees are %d", (longitude, is) => {
  expect(wrapped(longitude)).toBe(is);
});

test("the corners of a view across the antimeridian have their west greater than their east", () => {
  const view: MapView = { longitude: 179, latitude: 0, scale: 3000 };
  const { west, east } = boundsOf(view, size);
  expect(west).toBeGreaterThan(170);
  expect(east).toBeLessThan(-170);
  expect(boundsOf({ ...view, scale: 50 }, size)).toMatchObject({ west: -180, east: 180 });
});

test.each([
  [1, 1],
  [4.9, 2],
  [50, 50],
  [99, 50],
  [0.3, 0.2],
])("the round number up to %d is %d", (number, is) => {
  expect(roundBelow(number)).toBeCloseTo(is);
});

test("rings fit into the map", () => {
  const view = fitting([{ latitude: 35, longitude: 36 }], size);
  const [first = 0, second, third = 0] = ringDistances(view, size);
  expect([second, third]).toEqual([2 * first, 3 * first]);
  expect((third * 1000) / metresPerPixel(view)).toBeLessThan(310);
  expect((third * 1000) / metresPerPixel(view)).toBeGreaterThan(90);
});
