import { safeColumn, unsafeText } from "@/domain/formats/csv/cells";
import { attributeOf } from "@/domain/formats/table/targets";
import type { Attributes, Spot, Value } from "@/domain/interchange/document";
import { attributesOf } from "@/domain/interchange/intake";
import type { SaidRange } from "@/domain/interchange/units";

/** A row of a table by what its columns were said to hold; a cell with nothing in it is left out. */
export type TableRow = { spot: Spot; said: ReadonlyMap<string, string>; own: Attributes };

/** A column that is read: where it stands, its name and what it holds. */
export type ReadColumn = { at: number; name: string; target: string };

/** What a row says. Cells that were made safe for spreadsheets are as they were before. */
export function rowOf(cells: readonly string[], columns: readonly ReadColumn[], spot: Spot): TableRow {
  const safe = columns.find(({ target }) => target === "made-safe");
  const changed = new Set((safe ? (cells[safe.at] ?? "") : "").split(/\s+/));
  const said = new Map<string, string>();
  const own: Record<string, Value> = {};
  for (const { at, name, target } of columns) {
    const cell = cells[at] ?? "";
    if (cell.trim() === "" || name === safeColumn) continue;
    const value = (changed.has(name) ? unsafeText(cell) : cell).replace(/\r\n?/g, "\n");
    const attribute = target === "attribute" ? name : attributeOf(target);
    if (attribute !== undefined) put(own, attribute, value.trim());
    else if (target === "attributes") Object.assign(own, jsonIn(value) ?? { [name]: value });
    else said.set(target, target === "quote" || target === "text" ? value : value.trim());
  }
  return { spot, said, own };
}

const numbers: ReadonlySet<string> = new Set(["credibility"]);
const truths: ReadonlySet<string> = new Set(["checkWorthy", "partOfName", "metonym"]);

/** `eventTime.from` is a field of a field; what is no number or truth where one belongs stays the text that it is. */
function put(own: Record<string, Value>, path: string, said: string): void {
  const value = numbers.has(path) && /^\d+$/.test(said) ? Number(said) : truths.has(path) ? truthIn(said) : said;
  const [, head, rest] = /^(eventTime)\.(\w+)$/.exec(path) ?? [];
  if (head === undefined || rest === undefined) own[path] = value;
  else own[head] = { ...attributesOf(own[head]), [rest]: value };
}

const truthIn = (said: string): Value => (/^true$/i.test(said) ? true : /^false$/i.test(said) ? false : said);

function jsonIn(said: string): Attributes | undefined {
  try {
    const json: unknown = JSON.parse(said);
    return json !== null && typeof json === "object" && !Array.isArray(json) ? attributesOf(json) : undefined;
  } catch {
    return undefined;
  }
}

/** The stretches that a row says: those of its segments, else from its start to its end; undefined where it says none. */
export function rangesOf({ said }: TableRow): SaidRange[] | undefined {
  const segments = said.get("segments");
  if (segments !== undefined)
    return segments.split(";").map((each) => {
      const [, start, end] = /^\s*(\d+)\.\.(\d+)\s*$/.exec(each) ?? [];
      return { start: Number(start ?? "no"), end: Number(end ?? "no") };
    });
  const [start, end] = [said.get("start"), said.get("end")];
  return start === undefined && end === undefined ? undefined : [{ start: whole(start), end: whole(end) }];
}

/** Spreadsheets may write a whole number with a point. */
const whole = (said: string | undefined) => (/^-?\d+(?:\.0+)?$/.test(said ?? "") ? Number(said) : Number.NaN);

/** What stands between the parts of a quote in one cell. */
const between = " […] ";

/** The words of each stretch, as many as there are; undefined where the parts do not match. */
export function quotesOf({ said }: TableRow, stretches: number): string[] | undefined {
  const quote = said.get("quote");
  if (quote === undefined || stretches <= 1) return quote === undefined ? undefined : [quote];
  const parts = quote.split(between);
  return parts.length === stretches ? parts : undefined;
}
