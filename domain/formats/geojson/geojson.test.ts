import { describe, expect, test } from "vitest";
import type { Dataset } from "@/domain/formats/dataset";
import { geojson } from "@/domain/formats/geojson/geojson";
import { filesOf, textOf } from "@/domain/formats/round-trip.fixture";
import { aDataset } from "@/domain/formats/sample.fixture";

const read = async (layer: string, dataset: Dataset = aDataset()) => {
  const file = geojson.files.find((each) => each.layer === layer);
  if (!file) throw new Error(layer);
  const { files, losses } = await filesOf(file, dataset);
  return { ...JSON.parse(await textOf(files[0])), losses };
};

/** The sample, with its place located elsewhere or nowhere. */
const located = (where: object | undefined): Dataset => ({
  ...aDataset(),
  async *reports(parts) {
    for await (const bundle of aDataset().reports(parts)) {
      yield {
        ...bundle,
        annotations: bundle.annotations.map((record) =>
          record.tag.kind === "place"
            ? { ...record, tag: { ...record.tag, attributes: where ? { located: where } : {} } }
            : record,
        ),
      };
    }
  },
});

describe("GeoJSON", () => {
  test("has a point for each place and for each claim at its primary place, longitude first", async () => {
    for (const layer of ["places", "claims"]) {
      const { type, features } = await read(layer);
      expect(type).toBe("FeatureCollection");
      expect(features).toMatchObject([{ type: "Feature", geometry: { type: "Point", coordinates: [37.3, 34.9] } }]);
    }
  });

  test.each([
    { when: "nothing is located", where: undefined },
    { when: "only a name is known", where: { name: "Uqayribat" } },
    { when: "half of the coordinates is known", where: { name: "Uqayribat", latitude: 34.9 } },
  ])("has no geometry when $when, never 0, 0, and says so", async ({ where }) => {
    const { features, losses } = await read("places", located(where));
    expect(features[0].geometry).toBeNull();
    expect(losses).toEqual([{ what: "no-coordinates", how: "altered", count: 1, examples: ["Aqayrabat"] }]);
  });

  test("takes zero for what it is", async () => {
    const { features } = await read("places", located({ name: "Null Island", latitude: 0, longitude: 0 }));
    expect(features[0].geometry).toEqual({ type: "Point", coordinates: [0, 0] });
  });

  test("every feature has every property, plain or null, and none is called id", async () => {
    const { features } = await read("claims");
    const names = Object.keys(features[0].properties);
    expect(names).toContain("annotation_id");
    expect(names).not.toContain("id");
    for (const value of Object.values(features[0].properties))
      expect(typeof value === "object" && value !== null).toBe(false);
  });
});
