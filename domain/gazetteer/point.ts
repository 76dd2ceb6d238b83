/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point that somebody typed. `uncertaintyMetres`: the side of the square that the words name. */
export interface TypedPoint extends Point {
  readonly uncertaintyMetres?: number;
}

/** Mean radius of the earth in kilometres (IUGG). */
const RADIUS = 6371.0088;

/** Kilometres between two points along the surface of a sphere. */
export function distanceKm(one: Point, other: Point): number {
  const [lat1, lat2] = [radians(one.latitude), radians(other.latitude)];
  const [dLat, dLon] = [lat2 - lat1, radians(other.longitude - one.longitude)];
  const half = Math.sin(dLat / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
