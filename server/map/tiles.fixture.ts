/**
 * A PMTiles archive of version 3 with one tile, uncompressed:
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function tileArchive({
  tileType,
  maxZoom,
  tile,
  metadata,
}: {
  tileType: number;
  maxZoom: number;
  tile: Uint8Array;
  metadata: object;
}): Uint8Array {
  // One entry: tile 0, run of 1, its length, and offset 0 (written as 1).
  const directory = Uint8Array.from([1, 0, 1, ...varint(tile.length), 1]);
  const json = new TextEncoder().encode(JSON.stringify(metadata));
  const header = new DataView(new ArrayBuffer(127));
  new TextEncoder().encodeInto("PMTiles", new Uint8Array(header.buffer));
  header.setUint8(7, 3);
  const lengths = [directory.length, json.length, 0, tile.length];
  let offset = 127;
  lengths.forEach((length, nth) => {
    header.setBigUint64(8 + 16 * nth, BigInt(offset), true);
    header.setBigUint64(16 + 16 * nth, BigInt(length), true);
    offset += length;
  });
  for (const nth of [72, 80, 88]) header.setBigUint64(nth, 1n, true);
  // Clustered; directories and tiles are not compressed.
  [1, 1, 1, tileType, 0, maxZoom].forEach((byte, nth) => {
    header.setUint8(96 + nth, byte);
  });
  return Uint8Array.from([...new Uint8Array(header.buffer), ...directory, ...json, ...tile]);
}

function varint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...varint(Math.floor(number / 128))];
}
