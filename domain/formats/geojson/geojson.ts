import type { Cell } from "@/domain/formats/csv/cells";
import { claims } from "@/domain/formats/csv/claims";
import type { CsvTable } from "@/domain/formats/csv/column";
import { places } from "@/domain/formats/csv/places";
import type { ExportFile, Format } from "@/domain/formats/format";
import { lossesOfTables } from "@/domain/formats/tables";

/** RFC 7946: longitude first, degrees, WGS 84. Where either is not known there is no geometry, never 0, 0. */
function geometryOf(latitude: Cell, longitude: Cell) {
  return typeof latitude === "number" && typeof longitude === "number"
    ? { type: "Point", coordinates: [longitude, latitude] }
    : null;
}

/** Every name stands in every feature: readers take the columns from the first one. Values are plain, as maps need them. */
function featureWriter({ columns }: CsvTable): (cells: readonly Cell[]) => object {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [latitude, longitude] = [at("latitude"), at("longitude")];
  return (cells) => {
    const properties: Record<string, Cell | null> = {};
    columns.forEach(({ name }, nth) => {
      properties[name] = cells[nth] ?? null;
    });
    return { type: "Feature", geometry: geometryOf(cells[latitude], cells[longitude]), properties };
  };
}

function fileOf(table: CsvTable): ExportFile {
  const { layer, label, count, rows } = table;
  const feature = featureWriter(table);
  return {
    layer,
    name: `${layer}.geojson`,
    label,
    rows: count,
    async *write(dataset, { ledger }) {
      yield `{"type":"FeatureCollection","name":${JSON.stringify(layer)},"features":[`;
      let before = "\n";
      for await (const some of rows(dataset)) {
        let chunk = "";
        for (const cells of some) {
          const written = JSON.stringify(feature(cells));
          if (written.startsWith('{"type":"Feature","geometry":null'))
            ledger.add("no-coordinates", "altered", wordsIn(table, cells));
          chunk += before + written;
          before = ",\n";
        }
        if (chunk !== "") yield chunk;
      }
      yield "\n]}\n";
    },
  };
}

const wordsIn = ({ columns }: CsvTable, cells: readonly Cell[]) =>
  String(cells[columns.findIndex(({ name }) => name === "quote")] ?? "");

/** RFC 7946. The properties are the columns of the tables of places and claims. */
export const geojson: Format = {
  id: "geojson",
  name: "GeoJSON",
  label: "GeoJSON",
  means: "Places, and claims at their primary place, as points for QGIS, web maps and geopandas.",
  lets: ["standing"],
  extension: "geojson",
  mediaType: "application/geo+json",
  offsetUnit: "code point",
  readBy: "map",
  files: [fileOf(places), fileOf(claims)],
  usually: { byteOrderMark: false, comments: false },
  losses(counts, filters, options) {
    const others = counts.annotations - counts.places - counts.claims;
    return [
      ...lossesOfTables(counts, filters, options),
      ...(others > 0 ? [{ what: "other-tags", count: others, how: "dropped" } as const] : []),
      ...(counts.relations > 0 ? [{ what: "links", count: counts.relations, how: "trimmed" } as const] : []),
    ];
  },
  whileWriting: [{ what: "no-coordinates", how: "altered" }],
};
