import "server-only";
import { createHash } from "node:crypto";
import { coverageCells, coverageColumns } from "@/domain/event/coverage";
import { sheetColumns } from "@/domain/event/sheet";
import { sheetCells } from "@/domain/event/sheet-cells";
import { sheetRows } from "@/domain/event/sheet-rows";
import { byteOrderMark, type Cell, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";
import type { ReportId } from "@/domain/ids";
import type { Gate } from "@/domain/protection/what-may-leave";
import type { AskedRelease } from "@/domain/release/asked";
import { type Shares, splitOf } from "@/domain/release/split";
import { splitColumns, withdrawnColumns } from "@/domain/release/table-columns";
import { coverageOf } from "@/server/data/events/coverage";
import { eventSettingsOf } from "@/server/data/events/settings";
import type { Asked } from "@/server/data/export/leaving";
import { reportsTogether } from "@/server/data/releases/holdings";
import type { Sql } from "@/server/data/transaction";
import { sheetEvents, type Taking } from "@/server/operations/export-sheet";

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A table as every table of a release is written: with a mark that spreadsheets know UTF-8 by, cells made safe. */
export async function* tableText(
  columns: readonly { name: string }[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<string> {
  const names = columns.map(({ name }) => name).filter((name) => name !== safeColumn);
  yield byteOrderMark + csvLine([...names, safeColumn]);
  for await (const cells of rows) yield csvRow(names, cells, false);
}

/** The event sheet: accepted events, and only those that fall into the days asked for. */
export async function* eventsText(db: Sql, taking: Taking, date: AskedRelease["date"]): AsyncGenerator<string> {
  const settings = await eventSettingsOf(db, taking.actor.workspaceId, taking.projectId);
  const days = date?.which === "event" ? { from: date.from, to: date.to } : { from: undefined, to: undefined };
  async function* rows() {
    for await (const event of sheetEvents(db, taking, { states: ["accepted"], ...days }))
      for (const row of sheetRows(event, settings)) yield sheetCells(row);
  }
  yield* tableText(sheetColumns, rows());
}

export async function* coverageText(db: Sql, taking: Taking): AsyncGenerator<string> {
  yield* tableText(
    coverageColumns,
    (await coverageOf(db, { ...taking, workspaceId: taking.actor.workspaceId })).map((row) =>
      coverageCells(taking.gate.value(row) ?? row),
    ),
  );
}

export async function* splitsText(
  db: Sql,
  asked: Asked,
  { reports, shares }: { reports: readonly ReportId[]; shares: Shares },
): AsyncGenerator<string> {
  const assigned = splitOf(reports, await reportsTogether(db, asked), { shares, hash: sha256 });
  yield* tableText(
    splitColumns,
    assigned.map(({ reportId, group, part }) => [reportId, group, part]),
  );
}

/** A thing that an earlier release had and this one has not. */
export type WithdrawnRow = { table: string; id: string; last: number; why: string; words: string; successor: string };

export const withdrawnText = (rows: readonly WithdrawnRow[], gate: Gate) =>
  tableText(
    withdrawnColumns,
    rows.map(({ table, id, last, why, words, successor }) => [
      table,
      id,
      last,
      why,
      words === "" ? undefined : gate.words(words),
      successor || undefined,
    ]),
  );
