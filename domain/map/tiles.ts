import { type MapView, type Size, toPixel } from "@/domain/map/view";

/** A square picture of a web map (256 px at its own zoom, Mercator), and where it is drawn. Pixels. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

const SIDE = 256;

/** The tiles that cover a view, of the zoom that fits it best among those there are. */
export function tilesIn(view: MapView, size: Size, { minZoom, maxZoom }: { minZoom: number; maxZoom: number }): Tile[] {
  const world = 2 * Math.PI * view.scale;
  const z = Math.min(maxZoom, Math.max(minZoom, Math.round(Math.log2(world / SIDE))));
  const count = 2 ** z;
  const side = world / count;
  // The middle of the map in tiles from the upper left corner of the world.
  const column = ((view.longitude + 180) / 360) * count;
  const [, equator] = toPixel(view, size, { latitude: 0, longitude: view.longitude });
  const row = count / 2 - (equator - size.height / 2) / side;
  const from = (middle: number, length: number) => Math.floor(middle - length / 2 / side);
  const to = (middle: number, length: number) => Math.floor(middle + length / 2 / side);
  const tiles: Tile[] = [];
  for (let y = Math.max(0, from(row, size.height)); y <= Math.min(count - 1, to(row, size.height)); y++) {
    for (let x = from(column, size.width); x <= to(column, size.width); x++) {
      // Half a world away on either side is where it ends.
      if (Math.abs(x + 0.5 - column) > count / 2 + 0.5) continue;
      const left = size.width / 2 + (x - column) * side;
      tiles.push({ z, x: ((x % count) + count) % count, y, left, top: size.height / 2 + (y - row) * side, side });
    }
  }
  return tiles;
}
