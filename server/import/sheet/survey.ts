import type { FileCell } from "@/domain/event/sheet-back/cell";
import { columnsFor } from "@/domain/event/sheet-back/columns";
import type { FileRow } from "@/domain/event/sheet-back/compare";
import { type DayOrder, dayOrderOf } from "@/domain/event/sheet-back/day";
import { safeColumn } from "@/domain/formats/csv/cells";
import type { SheetRow } from "./xlsx-rows";

/** What has to be known of a whole sheet before its first row is read. */
export type Survey = {
  names: string[];
  targets: (string | null)[];
  examples: string[];
  rows: number;
  order: DayOrder | undefined;
  /** Rows of each event, by its id. */
  events: Map<string, number[]>;
  /** How long ids from before are that are all digits, where some begin with zeros: shorter ones lost theirs. */
  width: number | undefined;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => uuid.test(text);

type Asked = { columns: Readonly<Record<string, string | null>>; days?: DayOrder | undefined };

/** Looks through a sheet once; undefined where it has no row that names columns. */
export async function surveyed(rows: AsyncIterable<SheetRow>, { columns, days }: Asked): Promise<Survey | undefined> {
  let survey: Survey | undefined;
  const dates: string[] = [];
  const ids = { own: false, longest: 0, zeros: false };
  for await (const { row, cells } of rows) {
    if (!survey) {
      survey = begun(cells, columns);
      continue;
    }
    survey.rows += 1;
    for (const [at, { text }] of cells.entries()) {
      const said = text.trim();
      if (said !== "" && survey.examples[at] === "") survey.examples[at] = [...said].slice(0, 80).join("");
      const target = survey.targets[at];
      if (target === "date_from" || target === "date_to") dates.push(said);
      if (target === "former_id" && /^\d+$/.test(said)) {
        ids.zeros ||= said.startsWith("0");
        ids.longest = Math.max(ids.longest, said.length);
      }
      if (target === "event_id" && said !== "") {
        ids.own ||= isUuid(said);
        note(survey.events, said.toLowerCase(), row);
      }
    }
  }
  if (!survey) return undefined;
  if (!ids.own) idsFromBefore(survey, columns);
  survey.order = days ?? dayOrderOf(dates);
  survey.width = ids.zeros ? ids.longest : undefined;
  return survey;
}

function begun(cells: readonly FileCell[], columns: Asked["columns"]): Survey {
  const names = cells.map(({ text }, at) => text.replace(/^\uFEFF/, "").trim() || `column ${at + 1}`);
  return {
    ...{ names, targets: columnsFor(names, columns), examples: names.map(() => "") },
    ...{ rows: 0, order: undefined, width: undefined },
    events: new Map(),
  };
}

function note(rows: Map<string, number[]>, id: string, row: number): void {
  const known = rows.get(id);
  if (known) known.push(row);
  else rows.set(id, [row]);
}

/** A column event_id without a single id of ours, in a sheet without versions, has the ids that events had elsewhere. */
function idsFromBefore(survey: Survey, said: Asked["columns"]): void {
  const at = survey.targets.indexOf("event_id");
  const named = survey.names[at];
  if (at < 0 || survey.targets.includes("version") || survey.targets.includes("former_id")) return;
  if (named !== undefined && Object.hasOwn(said, named)) return;
  survey.targets[at] = "former_id";
  survey.events.clear();
}

/** The cells of a row by what their columns are taken for, and those that have no place in the sheet. */
export function placed(
  { names, targets }: Survey,
  { cells }: SheetRow,
): { cells: FileRow; other: Record<string, string> } {
  const row: Record<string, FileCell> = {};
  const other: Record<string, string> = {};
  const safe = new Set((cells[names.indexOf(safeColumn)]?.text ?? "").split(" "));
  for (const [at, cell] of cells.entries()) {
    const [name, target] = [names[at], targets[at]];
    if (name === undefined || name === safeColumn || cell.text.trim() === "") continue;
    if (target) row[target] = safe.has(name) ? { ...cell, safe: true } : cell;
    else other[name.slice(0, 200)] = cell.text.trim().slice(0, 4000);
  }
  return { cells: row, other };
}
