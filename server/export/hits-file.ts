import "server-only";
import { byteOrderMark, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";
import { workbookAt } from "@/domain/formats/xlsx/workbook";
import type { Hit } from "@/domain/search/concordance";
import { hitCells, hitColumns } from "@/domain/search/concordance-sheet";
import { now } from "@/server/clock";

export type HitsFormat = "csv" | "xlsx";

export const hitsMediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const hitsFileName = (slug: string, format: HitsFormat): string =>
  `${slug}-concordance-${now().toISOString().slice(0, 10)}.${format}`;

type Some = AsyncIterable<readonly Hit[]>;

/** Hits as a table, some at a time; in CSV cells that a spreadsheet would run are made safe and named. */
export function hitsFile(format: HitsFormat, hits: Some): AsyncGenerator<Uint8Array> {
  return format === "csv" ? csv(hits) : workbook(hits);
}

async function* csv(hits: Some): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const names = hitColumns.map(({ name }) => name);
  yield encoder.encode(byteOrderMark + csvLine([...names, safeColumn]));
  for await (const some of hits) {
    yield encoder.encode(some.map((hit) => csvRow(names, hitCells(hit), false)).join(""));
  }
}

async function* workbook(hits: Some): AsyncGenerator<Uint8Array> {
  const book = workbookAt(now().toISOString());
  book.begin("concordance", hitColumns);
  for await (const some of hits) {
    for (const hit of some) book.add(hitCells(hit));
    yield* book.take();
  }
  book.end();
  yield* book.take();
}
