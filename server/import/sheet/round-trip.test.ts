import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveEvent } from "@/domain/event/derive";
import { type Event, EventContent } from "@/domain/event/event";
import { confidences, dateMeanings, eventStates, likelihoods, phases } from "@/domain/event/event-values";
import { sheetColumns } from "@/domain/event/sheet";
import { figureNames } from "@/domain/event/sheet-back/columns";
import { compareRow } from "@/domain/event/sheet-back/compare";
import { sheetCells, sheetRow } from "@/domain/event/sheet-cells";
import { byteOrderMark, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";
import { workbookAt } from "@/domain/formats/xlsx/workbook";
import { coordinateBases } from "@/domain/gazetteer/place-values";
import { EventId, ProjectId, UserId } from "@/domain/ids";
import { timePrecisions } from "@/domain/tag/claim-values";
import { sheetRows } from "./rows";
import { placed, surveyed } from "./survey";

/** Words that spreadsheets, CSV and XML have trouble with. */
const words = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    "=1+1",
    "-5",
    "+963",
    "@SUM(A1)",
    "'=x",
    "\t=x",
    "a;=b",
    'say "so"',
    "two\nlines",
    "two\r\nlines",
    "شهيد",
    "007",
    "1,5",
    "_x000D_",
    "03/04/2026",
    "#N/A?",
    "a\u00a0b",
  ),
);
const said = words
  .map((text) => text.trim())
  .filter(
    (text) =>
      text !== "" &&
      !/[\p{Cc}\p{Cs}\uFFFD\uFFFE\uFFFF]/u.test(text.replace(/[\n\r\t]/g, "")) &&
      !/^(?:\?{2,}|#+)/.test(text),
  );
const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

const content = fc
  .record({
    title: said,
    type: fc.option(said, { nil: undefined }),
    phase: fc.option(fc.constantFrom(...phases), { nil: undefined }),
    note: fc.option(said, { nil: undefined }),
    likelihood: fc.option(fc.constantFrom(...likelihoods), { nil: undefined }),
    confidence: fc.option(fc.constantFrom(...confidences), { nil: undefined }),
    days: fc.tuple(day, day).map((both) => both.toSorted()),
    meaning: fc.constantFrom(...dateMeanings),
    precision: fc.constantFrom(...timePrecisions),
    place: fc.option(
      fc.record({
        name: said,
        geoPrecision: fc.constantFrom(1, 2, 3),
        latitude: degrees(90),
        longitude: degrees(180),
        coordinateBasis: fc.constantFrom(...coordinateBases),
      }),
      { nil: undefined },
    ),
    figures: fc.uniqueArray(fc.tuple(fc.constantFrom(...figureNames), fc.nat(100_000)), {
      selector: ([{ name }]) => name,
      maxLength: 4,
    }),
    legacy: fc.option(fc.record({ initiators: said, origins: said, admin1: said }), { nil: undefined }),
  })
  .map(({ days: [from, to], meaning, precision, figures, legacy, place, ...plain }) =>
    EventContent.parse({
      ...plain,
      claims: [],
      ...(place && { place: { ...place, reason: "r" } }),
      date: {
        meaning,
        precision,
        to: meaning === "day" ? from : to,
        ...(meaning !== "no later than" && { from }),
        reason: "r",
      },
      figures: figures.map(([{ outcome, who }, low]) => ({
        outcome,
        ...(who && { who }),
        low,
        high: low + 1,
        reason: "r",
      })),
      ...(legacy && { legacy: { file: "old.csv", row: 3, said: legacy } }),
    }),
  );

const by = UserId.parse("0190a000-0000-7000-8000-000000000001");
const eventOf = (each: EventContent, nth: number): Event => ({
  id: EventId.parse(`0190a000-0000-7000-8000-${String(nth).padStart(12, "0")}`),
  projectId: ProjectId.parse("0190a000-0000-7000-8000-000000000003"),
  ...{ state: eventStates[nth % 5] ?? "open", version: nth + 1, content: each, derived: deriveEvent(each, [], []) },
  ...{ createdBy: by, createdAt: "2026-11-30T10:00:00.000Z", updatedBy: by, updatedAt: "2026-11-30T10:00:00.000Z" },
});

const names = sheetColumns.map(({ name }) => name);
type Row = Parameters<typeof sheetCells>[0];

function csv(rows: readonly Row[]): Buffer {
  const lines = rows.map((row) => csvRow(names, sheetCells(row), false));
  return Buffer.from(byteOrderMark + csvLine([...names, safeColumn]) + lines.join(""));
}

function xlsx(rows: readonly Row[]): Buffer {
  const book = workbookAt("2026-11-30T10:00:00.000Z");
  book.begin("events", sheetColumns);
  for (const row of rows) book.add(sheetCells(row));
  book.begin("coverage", [{ name: "outlet", type: "text" }]);
  book.end();
  return Buffer.concat(book.take());
}

async function comparedAll(name: string, bytes: Buffer, rows: readonly Row[]) {
  const survey = await surveyed(sheetRows(name, bytes), { columns: {} });
  if (!survey) throw new Error("There is no header.");
  const compared: unknown[] = [];
  let at = -1;
  for await (const row of sheetRows(name, bytes)) {
    const before = rows[at];
    at += 1;
    if (!before) continue;
    const legacy = before.event.content.legacy !== undefined;
    const { cells } = placed(survey, row);
    expect(cells["event_id"]?.text).toBe(before.event.id);
    compared.push({ row: row.row, ...compareRow(sheetRow(before), cells, { legacy, order: survey.order }) });
  }
  return compared;
}

test.each([
  ["sheet.csv", csv],
  ["sheet.xlsx", xlsx],
] as const)("%s that comes back as it left has no change in it, whatever events say", async (name, write) => {
  await fc.assert(
    fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 4 }), async (contents) => {
      const rows = contents.map((each, nth): Row => ({ event: eventOf(each, nth), type: each.type, reports: [] }));
      const compared = await comparedAll(name, write(rows), rows);
      expect(compared).toHaveLength(rows.length);
      for (const each of compared) expect(each).toMatchObject({ changes: [], locked: [], troubles: [] });
    }),
    { numRuns: 150 },
  );
});

test("rows are counted as a spreadsheet counts them, over blank lines and lines within cells", async () => {
  const text = 'sep=;\r\ntitle;note\r\n"a\nb";1\r\n\r\nc;2\r\n';
  const rows = [];
  for await (const { row, cells } of sheetRows("a.csv", Buffer.from(text))) rows.push([row, cells[0]?.text]);
  expect(rows).toEqual([
    [2, "title"],
    [3, "a\nb"],
    [5, "c"],
  ]);
});
