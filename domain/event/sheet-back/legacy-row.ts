import { EventContent } from "@/domain/event/event";
import { legacyColumns } from "@/domain/event/legacy-values";
import { type Around, applied } from "@/domain/event/sheet-back/apply";
import { readCell } from "@/domain/event/sheet-back/cell";
import { figureNames, readingOf } from "@/domain/event/sheet-back/columns";
import type { FileRow } from "@/domain/event/sheet-back/compare";
import type { DayOrder } from "@/domain/event/sheet-back/day";

/** What is taken where a sheet from before has no column for it; shown before anything is imported. */
export type Usual = { geoPrecision: 1 | 2 | 3; coordinateBasis: string };

type Row = {
  cells: FileRow;
  /** Columns with no place in the sheet, by their name in the file. */
  other: Readonly<Record<string, string>>;
  file: string;
  row: number;
  order: DayOrder | undefined;
  usual: Usual;
  types: Around["types"];
};

type Read = Record<string, string | number>;

/** The event that a row from before tells of, or everything that is wrong with the row. */
export function legacyContent(row: Row): { content: EventContent } | { troubles: string[] } {
  const troubles: string[] = [];
  const cells = readAll(row, troubles);
  const { former_id: formerId, ...rest } = row.cells;
  const said = Object.fromEntries(
    legacyColumns.flatMap((name) => (cells[name] === undefined ? [] : [[name, String(cells[name])]])),
  );
  const leftOver = leftOf(rest, cells, row.other);
  const title = titleOf(cells, formerId?.text.trim());
  if (title === undefined) troubles.push("It has no title, no type, no place and no date to be called by.");
  const base = EventContent.safeParse({
    title: [...(title ?? "?")].slice(0, 300).join(""),
    claims: [],
    ...plainOf(cells, row.types),
    legacy: {
      file: row.file,
      row: row.row,
      ...(formerId?.text.trim() && { formerId: formerId.text.trim() }),
      ...(Object.keys(said).length > 0 && { said }),
      ...(Object.keys(leftOver).length > 0 && { other: leftOver }),
    },
  });
  if (!base.success)
    troubles.push(...base.error.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`));
  if (!base.success || troubles.length > 0) return { troubles };
  const content = chosenIn(base.data, cells, row, troubles);
  return troubles.length > 0 ? { troubles } : { content };
}

function readAll({ cells, order }: Row, troubles: string[]): Read {
  const values: Read = {};
  for (const [column, cell] of Object.entries(cells)) {
    const figure = figureNames.find(({ name }) => name === column);
    const names = figure ? [`${column}_low`, `${column}_high`] : readingOf(column) ? [column] : [];
    for (const name of names) {
      const read = readCell(name, cell, order);
      if ("trouble" in read) troubles.push(read.trouble);
      else if ("either" in read)
        troubles.push(
          `${name}: “${cell.text.trim()}” may be ${read.either[0]} or ${read.either[1]}: say whether the day or the month comes first.`,
        );
      else if (read.value !== undefined) values[name] = read.value;
    }
  }
  return values;
}

/** Columns of the sheet that say what is decided here, such as the status: kept as they were said, and nothing follows from them. */
function leftOf(cells: FileRow, read: Read, other: Row["other"]): Record<string, string> {
  const kept = Object.entries(cells).filter(
    ([name]) => !readingOf(name) && !figureNames.some((each) => each.name === name),
  );
  const time = read["time_precision"] === undefined ? {} : { time_precision: String(read["time_precision"]) };
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(kept.map(([name, { text }]) => [name, text])), ...time, ...other }).filter(
      ([, text]) => text.trim() !== "",
    ),
  );
}

const titleOf = (cells: Read, formerId: string | undefined): string | undefined => {
  if (cells["title"] !== undefined) return String(cells["title"]);
  const parts = [cells["type"], cells["place"], cells["date_from"]].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(", ") : formerId;
};

const plainOf = (cells: Read, types: Around["types"]) => {
  const type = cells["type"] === undefined ? undefined : String(cells["type"]);
  return {
    ...(type !== undefined && { type: types.get(type.toLowerCase()) ?? [...type].slice(0, 100).join("") }),
    ...Object.fromEntries(
      ["phase", "likelihood", "confidence", "note"].flatMap((name) =>
        cells[name] === undefined ? [] : [[name, cells[name]]],
      ),
    ),
  };
};

/** With date, place and figures as somebody chose them before. */
function chosenIn(base: EventContent, cells: Read, row: Row, troubles: string[]): EventContent {
  const around = { now: {}, reason: `${row.file}, row ${row.row}`, types: row.types };
  let content = base;
  const take = (field: string, becomes: Read) => {
    const made = applied(content, { field, becomes }, around);
    if ("trouble" in made) troubles.push(made.trouble);
    else content = made.content;
  };
  if (cells["date_from"] !== undefined || cells["date_to"] !== undefined) take("date", dateIn(cells));
  if (cells["place"] !== undefined) take("place", placeIn(cells, row.usual));
  else if (cells["latitude"] !== undefined || cells["longitude"] !== undefined)
    troubles.push("place: It has coordinates and no name.");
  for (const { name } of figureNames) {
    const figure = picked(cells, [`${name}_low`, `${name}_high`]);
    if (Object.keys(figure).length > 0) take(name, figure);
  }
  return content;
}

const picked = (cells: Read, names: readonly string[]): Read =>
  Object.fromEntries(names.flatMap((name) => (cells[name] === undefined ? [] : [[name, cells[name]]])));

const precisions: Readonly<Record<number, string>> = { 1: "day", 2: "week", 3: "month" };

/** A date of a sheet that does not say what several days mean: how little is known, which claims less than how long it took. */
function dateIn(cells: Read): Read {
  const from = cells["date_from"];
  const to = cells["date_to"] ?? from;
  const coded = precisions[Number(cells["time_precision"])];
  const precision = cells["date_precision"] ?? coded ?? (from === to ? "day" : "unknown");
  const meaning = cells["date_meaning"] ?? (from === undefined ? "no later than" : from === to ? "day" : "uncertainty");
  return {
    ...(from !== undefined && { date_from: from }),
    ...(to !== undefined && { date_to: to }),
    date_meaning: meaning,
    date_precision: precision,
  };
}

function placeIn(cells: Read, usual: Usual): Read {
  const place = picked(cells, ["place", "geo_precision", "latitude", "longitude", "coordinate_basis"]);
  const located = place["latitude"] !== undefined;
  return {
    geo_precision: usual.geoPrecision,
    ...(located && { coordinate_basis: usual.coordinateBasis }),
    ...place,
  };
}
