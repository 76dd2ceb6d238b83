import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import type { ExportFile } from "@/domain/formats/format";
import { parquet } from "@/domain/formats/parquet/parquet";
import { leaf, leaves, parquetOf } from "@/domain/formats/parquet/writing";
import { filesOf } from "@/domain/formats/round-trip.fixture";
import { aDataset, sampleCounts } from "@/domain/formats/sample.fixture";

async function bytesOf(file: ExportFile): Promise<ArrayBuffer> {
  const { files } = await filesOf(file, aDataset());
  const all: Uint8Array[] = [];
  for await (const piece of files[0]?.bytes() ?? []) all.push(piece);
  return new Uint8Array(Buffer.concat(all)).buffer;
}

const read = async (layer: string) => {
  const file = parquet.files.find((each) => each.layer === layer);
  if (!file) throw new Error(layer);
  const bytes = await bytesOf(file);
  return { rows: await parquetReadObjects({ file: bytes }), metadata: parquetMetadata(bytes) };
};

describe("Parquet as its own reader sees it", () => {
  test("every table has the rows that are announced", async () => {
    for (const file of parquet.files) {
      const rows = await parquetReadObjects({ file: await bytesOf(file) });
      expect(rows, file.name).toHaveLength(file.rows(sampleCounts, aDataset().header.filters));
    }
  });

  test("values have the types of their columns; what is not said is null", async () => {
    const { rows, metadata } = await read("claims");
    expect(rows[0]).toMatchObject({
      quote: "Soldiers reached the pipeline",
      start: 2n,
      latitude: 34.9,
      created_at: new Date("2026-06-02T10:00:00.000Z"),
      event_from: null,
      check_worthy: null,
      published: null,
    });
    const types = new Map(metadata.schema.map(({ name, converted_type, type }) => [name, converted_type ?? type]));
    expect([types.get("event_from"), types.get("created_at"), types.get("published")]).toEqual([
      "DATE",
      "TIMESTAMP_MILLIS",
      "UTF8",
    ]);
    expect([types.get("check_worthy"), types.get("start"), types.get("latitude")]).toEqual([
      "BOOLEAN",
      "INT64",
      "DOUBLE",
    ]);
  });

  test("several row groups are one file, and null is not empty", async () => {
    const schema = [{ name: "root", num_children: 2 }, leaf("text", leaves.text), leaf("day", leaves.day)];
    const file = parquetOf(schema, { createdBy: "test" });
    const pieces: Uint8Array[] = [];
    for (const text of ["", null, "😀 قَالَتْ e\u0301\n"]) {
      file.add([
        { name: "text", data: [text] },
        { name: "day", data: [text === null ? null : Date.parse("2026-11-30") / 86_400_000] },
      ]);
      pieces.push(file.take());
    }
    file.end();
    pieces.push(file.take());
    expect(await parquetReadObjects({ file: new Uint8Array(Buffer.concat(pieces)).buffer })).toEqual([
      { text: "", day: new Date("2026-11-30") },
      { text: null, day: null },
      { text: "😀 قَالَتْ e\u0301\n", day: new Date("2026-11-30") },
    ]);
  });
});
