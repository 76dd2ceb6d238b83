import type { Point } from "@/domain/gazetteer/point";

/**
 * What a map shows: the point in its middle, and how many pixels a radian of longitude is long there (Mercator, on a
 * sphere). It is turned to that middle, so that nothing is torn apart at the antimeridian.
 */
export interface MapView extends Point {
  readonly scale: number;
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point of the drawing, from its upper left corner, in pixels. */
export type Pixel = readonly [x: number, y: number];

/** Beyond these degrees Mercator has no end; nobody lives there. */
export const MOST_LATITUDE = 85;
/** The whole world on 200 pixels, and a street on a screen. */
const [LEAST_SCALE, MOST_SCALE] = [200 / (2 * Math.PI), 5_000_000];
const RADIUS_METRES = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
const limited = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const northing = (latitude: number) =>
  Math.log(Math.tan(Math.PI / 4 + radians(limited(latitude, -MOST_LATITUDE, MOST_LATITUDE)) / 2));

/** Degrees from -180 (inclusive) to 180. */
export const wrapped = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

export function toPixel({ longitude, latitude, scale }: MapView, { width, height }: Size, point: Point): Pixel {
  const x = radians(wrapped(point.longitude - longitude)) * scale;
  return [width / 2 + x, height / 2 - (northing(point.latitude) - northing(latitude)) * scale];
}

export function toPoint(view: MapView, { width, height }: Size, [x, y]: Pixel): Point {
  const up = northing(view.latitude) - (y - height / 2) / view.scale;
  const latitude = degrees(2 * Math.atan(Math.exp(up)) - Math.PI / 2);
  return {
    latitude: limited(latitude, -MOST_LATITUDE, MOST_LATITUDE),
    longitude: wrapped(view.longitude + degrees((x - width / 2) / view.scale)),
  };
}

/** The view after its picture was pushed by so many pixels. */
export function moved(view: MapView, size: Size, [dx, dy]: Pixel): MapView {
  return { ...toPoint(view, size, [size.width / 2 - dx, size.height / 2 - dy]), scale: view.scale };
}

/** The view `factor` times as near; what is at `around` stays there. */
export function zoomed(view: MapView, size: Size, factor: number, around?: Pixel): MapView {
  // The whole world fills the map's width at least.
  const scale = limited(view.scale * factor, Math.max(LEAST_SCALE, size.width / (2 * Math.PI)), MOST_SCALE);
  if (!around) return { ...view, scale };
  const kept = toPoint(view, size, around);
  const [x, y] = toPixel({ ...view, scale }, size, kept);
  return moved({ ...view, scale }, size, [around[0] - x, around[1] - y]);
}

/** How near a map goes at once to points that lie close together: some 100 km on 600 pixels. */
const NEAREST = 40_000;
/** The buttons of a map cover some 52 pixels along its edge. */
const MARGIN = 64;

/** The view in which all of the points are to be seen: across the antimeridian where that is the shorter way. */
export function fitting(points: readonly Point[], { width, height }: Size): MapView {
  if (points.length === 0) return { longitude: 15, latitude: 25, scale: Math.max(width, 320) / (2 * Math.PI) };
  const { west, span } = narrowest(points.map(({ longitude }) => longitude));
  const [south, north] = points.reduce(
    ([least, most], { latitude }) => [Math.min(least, latitude), Math.max(most, latitude)],
    [MOST_LATITUDE, -MOST_LATITUDE],
  );
  const [down, up] = [northing(south), northing(north)];
  const room = (size: number) => Math.max(60, size - 2 * MARGIN);
  const scale = Math.min(
    room(width) / Math.max(radians(span), 1e-9),
    room(height) / Math.max(up - down, 1e-9),
    NEAREST,
  );
  const latitude = degrees(2 * Math.atan(Math.exp((down + up) / 2)) - Math.PI / 2);
  return { longitude: wrapped(west + span / 2), latitude, scale: limited(scale, LEAST_SCALE, MOST_SCALE) };
}

/** The shortest stretch of the circle that holds all longitudes: it begins behind the widest gap. */
function narrowest(longitudes: readonly number[]): { west: number; span: number } {
  const sorted = [...new Set(longitudes.map(wrapped))].sort((a, b) => a - b);
  let [west, widest] = [sorted[0] ?? 0, -1];
  sorted.forEach((longitude, at) => {
    const before = sorted[at - 1] ?? (sorted.at(-1) ?? 0) - 360;
    if (longitude - before > widest) [west, widest] = [longitude, longitude - before];
  });
  return { west, span: Math.max(0, 360 - widest) };
}

/** Metres that a pixel in the middle of the map stands for. */
export const metresPerPixel = ({ latitude, scale }: MapView): number =>
  (RADIUS_METRES * Math.cos(radians(latitude))) / scale;

/** The largest of 1, 2, 5, 10, 20 … that is no more than a number. */
export function roundBelow(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  const first = number / power;
  return (first >= 5 ? 5 : first >= 2 ? 2 : 1) * power;
}

/** Three distances in kilometres, evenly apart, that fit around the middle of a map. */
export function ringDistances(view: MapView, { width, height }: Size): number[] {
  const reach = (metresPerPixel(view) * Math.min(width, height)) / 2000;
  const step = roundBelow(reach / 2.6);
  return [step, 2 * step, 3 * step];
}

/** The corners of what is to be seen; `west` is greater than `east` where the antimeridian lies between. */
export function boundsOf(view: MapView, size: Size): { south: number; west: number; north: number; east: number } {
  const upper = toPoint(view, size, [0, 0]);
  const lower = toPoint(view, size, [size.width, size.height]);
  const whole = size.width / view.scale >= 2 * Math.PI;
  return {
    ...{ south: lower.latitude, north: upper.latitude },
    ...(whole ? { west: -180, east: 180 } : { west: upper.longitude, east: lower.longitude }),
  };
}
