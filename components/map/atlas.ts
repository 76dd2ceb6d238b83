import { type GeoPath, type GeoPermissibleObjects, geoCircle, geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryObject } from "topojson-specification";
import type { Point } from "@/domain/gazetteer/point";
import { disputedBetween, stretches } from "@/domain/map/borders";
import { type MapView, type Size, toPixel, wrapped } from "@/domain/map/view";

type Ring = number[][];

/** A polygon of land, with where it lies, so that what is out of sight is not drawn. Degrees. */
interface Land {
  readonly rings: Ring[];
  readonly middle: number;
  readonly reach: number;
}

/** What is drawn under the points. */
export interface Atlas {
  readonly land: readonly Land[];
  readonly settled: Ring[];
  readonly disputed: Ring[];
}

let coming: Promise<Atlas> | undefined;

/** The land and borders of the world; fetched from this server when a map is first opened, and kept. */
export function loadAtlas(): Promise<Atlas> {
  coming ??= import("world-atlas/countries-50m.json").then(({ default: world }) => {
    const { countries, land } = world.objects;
    const between = (is: ReturnType<typeof disputedBetween>) =>
      mesh(world, countries, (one, other) => one !== other && disputedBetween(named(one), named(other)) === is)
        .coordinates;
    const parted = stretches(between("a stretch"));
    return {
      land: feature(world, land).features.flatMap(({ geometry }) => {
        if (geometry.type === "Polygon") return [landOf(geometry.coordinates)];
        return geometry.type === "MultiPolygon" ? geometry.coordinates.map(landOf) : [];
      }),
      settled: [...between("nothing"), ...parted.settled.map(rings)],
      disputed: [...between("all"), ...parted.disputed.map(rings)],
    };
  });
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
}

function named({ properties = {} }: GeometryObject): string {
  const { name }: { name?: string } = properties;
  return name ?? "";
}

const rings = (line: readonly (readonly number[])[]): Ring => line.map((position) => [...position]);

function landOf(polygon: Ring[]): Land {
  const longitudes = (polygon[0] ?? []).map(([longitude = 0]) => longitude);
  let [west, east] = [180, -180];
  for (const longitude of longitudes) {
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
  }
  return { rings: polygon, middle: (west + east) / 2, reach: (east - west) / 2 };
}

/** Writes shapes down as SVG paths for a view, half a map further on every side, so that it can be moved a little. */
export function pathOf(view: MapView, { width, height }: Size): GeoPath<unknown, GeoPermissibleObjects> {
  const [, equator] = toPixel(view, { width, height }, { latitude: 0, longitude: view.longitude });
  const projection = geoMercator()
    .rotate([-view.longitude, 0])
    .scale(view.scale)
    .translate([width / 2, equator])
    .precision(0)
    .clipExtent([
      [-width / 2, -height / 2],
      [1.5 * width, 1.5 * height],
    ]);
  return geoPath(projection).digits(1);
}

/** The parts of the atlas that are in sight, as SVG paths. */
export function drawn(atlas: Atlas, view: MapView, size: Size) {
  const path = pathOf(view, size);
  const half = ((size.width / view.scale) * 180) / Math.PI;
  const near = atlas.land.filter(({ middle, reach }) => Math.abs(wrapped(middle - view.longitude)) <= half + reach);
  const lines = (coordinates: Ring[]) => path({ type: "MultiLineString", coordinates }) ?? "";
  return {
    land: path({ type: "MultiPolygon", coordinates: near.map(({ rings: all }) => all) }) ?? "",
    settled: lines(atlas.settled),
    disputed: lines(atlas.disputed),
  };
}

/** Kilometres along the surface to degrees of an arc. */
const KM_PER_DEGREE = 111.195;

/** A circle on the globe, which Mercator does not draw as a circle. */
export const ringPath = (view: MapView, size: Size, around: Point, km: number): string =>
  pathOf(
    view,
    size,
  )(
    geoCircle()
      .center([around.longitude, around.latitude])
      .radius(km / KM_PER_DEGREE)
      .precision(4)(),
  ) ?? "";
