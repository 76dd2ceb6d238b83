import "server-only";
import { type FileHandle, open } from "node:fs/promises";
import { PMTiles, type Source, TileType } from "pmtiles";
import type { Background } from "@/domain/map/on-map";
import { env } from "@/server/env";

/** A picture of a tile, or nothing where the file has none. */
export type TilePicture = { bytes: ArrayBuffer; mediaType: string } | undefined;

const pictures: Partial<Record<TileType, string>> = {
  [TileType.Png]: "image/png",
  [TileType.Jpeg]: "image/jpeg",
  [TileType.Webp]: "image/webp",
  [TileType.Avif]: "image/avif",
};

/** Reads stretches of a file on this machine; pmtiles asks for no more than the directories and the tiles it needs. */
class LocalFile implements Source {
  readonly #path: string;
  #file: Promise<FileHandle> | undefined;
  constructor(path: string) {
    this.#path = path;
  }
  getKey(): string {
    return this.#path;
  }
  async getBytes(offset: number, length: number): Promise<{ data: ArrayBuffer }> {
    this.#file ??= open(this.#path, "r");
    const file = await this.#file;
    const data = new ArrayBuffer(length);
    const { bytesRead } = await file.read(new Uint8Array(data), 0, length, offset);
    return { data: bytesRead === length ? data : data.slice(0, bytesRead) };
  }
}

/** What a file of tiles is good for as a background, and its pictures. */
export interface TileFile {
  background(): Promise<Background>;
  picture(z: number, x: number, y: number): Promise<TilePicture>;
}

/** The file of tiles at a path; one that is missing, broken or without pictures says so and harms nothing. */
export function tileFileAt(path: string): TileFile {
  const tiles = new PMTiles(new LocalFile(path));
  let known: Promise<{ background: Background; mediaType?: string }> | undefined;
  const know = () => {
    known ??= looked(tiles);
    return known;
  };
  return {
    background: async () => (await know()).background,
    async picture(z, x, y) {
      const { mediaType } = await know();
      if (!mediaType) return undefined;
      const tile = await tiles.getZxy(z, x, y).catch(() => undefined);
      return tile && { bytes: tile.data, mediaType };
    },
  };
}

async function looked(tiles: PMTiles): Promise<{ background: Background; mediaType?: string }> {
  try {
    const { tileType, minZoom, maxZoom } = await tiles.getHeader();
    const mediaType = pictures[tileType];
    if (!mediaType) {
      const reason =
        "GLOSSATOR_MAP_TILES names a file without pictures; a raster PMTiles file is needed (PNG, JPEG, WebP or AVIF).";
      return { background: { state: "unusable", reason } };
    }
    const metadata = await tiles.getMetadata().catch(() => undefined);
    return { mediaType, background: { state: "ready", minZoom, maxZoom, attribution: attributionIn(metadata) } };
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = isMissing
      ? "GLOSSATOR_MAP_TILES names a file that is not there."
      : "GLOSSATOR_MAP_TILES names a file that is no PMTiles archive of version 3, or that cannot be read.";
    return { background: { state: "unusable", reason } };
  }
}

/** What a file asks to be said, as plain words: nothing in it is ever read as HTML. */
function attributionIn(metadata: unknown): string {
  if (typeof metadata !== "object" || metadata === null || !("attribution" in metadata)) return "";
  const { attribution } = metadata;
  if (typeof attribution !== "string") return "";
  return attribution
    .replace(/<[^>]*>/g, "")
    .replaceAll("&copy;", "©")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 500);
}

let file: TileFile | undefined;

/** The operator's own file, if a setting names one. */
export function mapTiles(): TileFile | undefined {
  const { mapTiles: path } = env();
  if (path !== undefined) file ??= tileFileAt(path);
  return file;
}
