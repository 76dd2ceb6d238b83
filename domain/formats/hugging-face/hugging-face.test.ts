import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { cardOf } from "@/domain/formats/hugging-face/card";
import { huggingFace } from "@/domain/formats/hugging-face/hugging-face";
import { features } from "@/domain/formats/hugging-face/rows";
import { filesOf } from "@/domain/formats/round-trip.fixture";
import { aDataset } from "@/domain/formats/sample.fixture";
import { fieldsOf, listOf } from "@/domain/interchange/json";

async function rowsOfSplits(): Promise<Record<string, unknown>[]> {
  const [data] = huggingFace.files;
  const { files } = data ? await filesOf(data, aDataset()) : { files: [] };
  expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^data\/(train|validation|test)\.parquet$/)]);
  const rows: Record<string, unknown>[] = [];
  for (const file of files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.bytes()) pieces.push(piece);
    rows.push(...(await parquetReadObjects({ file: new Uint8Array(Buffer.concat(pieces)).buffer })));
  }
  return rows;
}

test("a report is one row, in one split, with its spans, links and tags", async () => {
  const [row, ...others] = await rowsOfSplits();
  expect(others).toEqual([]);
  const text = String(row?.["text"]);
  expect(row?.["spans"]).toMatchObject([
    { label: "claim", start: 2n, part: 0n, words: "Soldiers reached the pipeline", state: "accepted" },
    { label: "claim", words: "Soldiers" },
    { label: "claim", words: "pipeline", part: 1n },
    { label: "place", words: "Aqayrabat" },
    { label: "source", words: "=local sources" },
  ]);
  for (const { start, end, words } of listOf(row?.["spans"]).map(fieldsOf))
    expect([...text].slice(Number(start), Number(end)).join("")).toBe(words);
  expect(row?.["links"]).toMatchObject([{ label: "attributed-to", to_entity: null }, { label: "located-at" }]);
  expect(listOf(row?.["tokens"]).length).toBe(listOf(row?.["ner_tags"]).length);
});

test("the card names every column, and the labels by their numbers", () => {
  const card = cardOf(aDataset().header);
  for (const { name } of features) expect(card).toContain(`  - name: ${name}\n`);
  expect(card).toContain(`          '1': "B-claim"`);
});
