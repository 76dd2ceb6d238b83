import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tileFileAt } from "@/server/map/tiles";
import { tileArchive } from "@/server/map/tiles.fixture";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "glossator-tiles-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array, name: string) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return tileFileAt(path);
}
const picture = new TextEncoder().encode("a picture");

describe("a file of tiles", () => {
  test("with pictures is a background, and says whose it is in plain words", async () => {
    const metadata = { attribution: '<a href="https://example.org">&copy; Survey</a>\n of the North' };
    const file = await fileOf(tileArchive({ tileType: 2, maxZoom: 0, tile: picture, metadata }), "png.pmtiles");
    expect(await file.background()).toEqual({
      ...{ state: "ready", minZoom: 0, maxZoom: 0 },
      attribution: "© Survey of the North",
    });
    const tile = await file.picture(0, 0, 0);
    expect(tile?.mediaType).toBe("image/png");
    expect(new TextDecoder().decode(tile?.bytes)).toBe("a picture");
    expect(await file.picture(3, 1, 1)).toBeUndefined();
    expect(await file.picture(0, 5, 5)).toBeUndefined();
  });

  test.each([
    {
      when: "with vectors",
      bytes: tileArchive({ tileType: 1, maxZoom: 0, tile: picture, metadata: {} }),
      says: /without pictures/,
    },
    { when: "of something else", bytes: new TextEncoder().encode("hello ".repeat(4000)), says: /no PMTiles archive/ },
    { when: "that is empty", bytes: new Uint8Array(), says: /no PMTiles archive/ },
  ])("$when is none, and says why", async ({ when, bytes, says }) => {
    const file = await fileOf(bytes, `${when}.pmtiles`);
    expect(await file.background()).toMatchObject({ state: "unusable", reason: expect.stringMatching(says) });
    expect(await file.picture(0, 0, 0)).toBeUndefined();
  });

  test("that is not there says so", async () => {
    const file = tileFileAt(join(folder, "missing.pmtiles"));
    expect(await file.background()).toMatchObject({ state: "unusable", reason: expect.stringMatching(/not there/) });
  });
});
