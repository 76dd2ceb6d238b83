import { plainAreaName } from "@/domain/gazetteer/geonames";
import { nameKey } from "@/domain/gazetteer/name-key";

/** An area of a table of P-codes, as its lines say. */
export interface CodedArea {
  /** Where it stands first. */
  readonly line: number;
  readonly country: string;
  readonly level: 1 | 2;
  readonly code: string;
  /** The P-code of the area of the first level that one of the second lies in. */
  readonly parent?: string;
  /** In whatever languages the table has. */
  readonly names: readonly string[];
}

/** Which cells hold what; `levels` has the country at 0, and then the areas from large to small. */
export interface CodeColumns {
  readonly country: readonly number[];
  readonly levels: readonly { readonly code: number; readonly names: readonly number[] }[];
}

const CODE = /^adm(?:in)?(\d)pcode$/;
/** "ADM1_EN", "admin1Name_en", "adm1_name1", "ADM1ALT1EN", "admin1RefName". */
const NAME = /^adm(?:in)?(\d)(?:(?:altname|alt|refname|ref|name)\d?(?:[a-z]{2,3})?|[a-z]{2,3})$/;

/** The columns of a table of P-codes by its header; undefined for what is none. */
export function codeColumnsIn(header: readonly string[]): CodeColumns | undefined {
  const bare = header.map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const at = (level: number) => bare.findIndex((name) => CODE.exec(name)?.[1] === String(level));
  if (at(1) < 0) return undefined;
  const depth = Math.max(...bare.map((name) => Number(CODE.exec(name)?.[1] ?? 0)));
  const levels = Array.from({ length: depth + 1 }, (_, level) => ({
    code: at(level),
    names: bare.flatMap((name, column) => (NAME.exec(name)?.[1] === String(level) ? [column] : [])),
  }));
  return { country: [bare.indexOf("iso2"), at(0)].filter((column) => column >= 0), levels };
}

/** Areas of one table that are taken; no country has a tenth of them. */
export const mostCodedAreas = 100_000;

interface Met extends CodedArea {
  names: string[];
  /** A line was about it, and did not only name it as what another area lies in. */
  own: boolean;
  /** Why it can't be told what it is. */
  doubt?: string;
}

/** What one line says of one area. */
type Said = Omit<Met, "doubt">;

/** Reads a table of P-codes line by line: what lies in an area says again what that area is. */
export class CodeTable {
  readonly #columns: CodeColumns;
  readonly #areas = new Map<string, Met>();
  /** Lines with an area below the second level, which the gazetteer does not have. */
  deeper = 0;

  constructor(columns: CodeColumns) {
    this.#columns = columns;
  }

  /** The areas without a doubt, and what is wrong with the others. */
  get areas(): { sure: CodedArea[]; doubtful: { line: number; reason: string }[] } {
    const all = [...this.#areas.values()];
    const firsts = all.filter(({ level }) => level === 1).map(({ code }) => code);
    const judged = all.map((area) => ({ area, doubt: area.doubt ?? contradiction(area, firsts) }));
    return {
      sure: judged.flatMap(({ area, doubt }) => (doubt === undefined ? [area] : [])),
      doubtful: judged.flatMap(({ area: { line }, doubt }) => (doubt === undefined ? [] : [{ line, reason: doubt }])),
    };
  }

  /** Takes a line; a sentence where it can't be read. */
  take(line: number, cells: readonly string[]): string | undefined {
    const cellAt = (column: number | undefined) => (column === undefined ? "" : (cells[column]?.trim() ?? ""));
    // HXL writes what its columns mean into a line of its own: "#adm1+code".
    if (cells.every((cell) => /^(?:#.*)?$/.test(cell.trim()))) return undefined;
    const codes = this.#columns.levels.map(({ code }) => cellAt(code));
    const [own, parent = ""] = [codes.findLastIndex((code) => code !== ""), codes[1]];
    if (own < 1) return "There is no P-code of an area.";
    const odd = codes.find((code) => code !== "" && !/^[A-Za-z\d._-]{2,20}$/.test(code));
    if (odd !== undefined) return `"${odd.slice(0, 20)}" is no P-code.`;
    if (parent === "") return `There is no P-code of the first level, which ${codes[own]} lies in.`;
    const country = countryIn([...this.#columns.country.map(cellAt), parent]);
    if (country === undefined) return `It can't be told which country ${parent} is in.`;
    const stranger = codes.slice(1).find((code) => code !== "" && !code.toUpperCase().startsWith(country));
    if (stranger !== undefined) return `${stranger} does not begin with ${country}, its country’s letters.`;
    const said = ([1, 2] as const).flatMap((level): Said[] => {
      const code = codes[level] ?? "";
      const names = (this.#columns.levels[level]?.names ?? []).map(cellAt).filter((name) => /\p{L}/u.test(name));
      return code === ""
        ? []
        : [{ line, country, level, code, names, own: level === own, ...(level === 2 && { parent }) }];
    });
    if (own > 2) this.deeper += 1;
    if (this.#areas.size + said.length > mostCodedAreas) return `The table has more than ${mostCodedAreas} areas.`;
    return said.flatMap((area) => this.#meet(area) ?? []).join(" ") || undefined;
  }

  #meet(said: Said): string | undefined {
    const met = this.#areas.get(said.code);
    if (!met) {
      this.#areas.set(said.code, said);
      return undefined;
    }
    const other = differenceOf(met, said);
    if (other !== undefined) {
      met.doubt ??= `${said.code} stands on line ${said.line}, too, for something else.`;
      return `${said.code} ${other} on line ${met.line}.`;
    }
    if (met.own && said.own) return `${said.code} stands on line ${met.line} already.`;
    met.own ||= said.own;
    met.names = [...new Set([...met.names, ...said.names])];
    return undefined;
  }
}

function differenceOf(met: Met, { level, parent, names }: Said): string | undefined {
  if (met.level !== level) return "is of another level";
  if (met.parent !== parent) return `lies in ${parent} here, and in ${met.parent}`;
  const same = names.length === 0 || met.names.length === 0 || names.some((name) => met.names.includes(name));
  return same ? undefined : `is ${names[0]} here, and ${met.names[0]}`;
}

/** A code that begins with the code of another area than the one it is said to lie in. */
function contradiction({ code, parent }: CodedArea, firsts: readonly string[]): string | undefined {
  if (parent === undefined || code.startsWith(parent)) return undefined;
  const other = firsts.find((first) => code.startsWith(first));
  return other && `${code} is said to lie in ${parent}, and begins with the P-code of ${other}.`;
}

/** Two letters: as the table says them, or those that a P-code begins with. */
function countryIn(said: readonly string[]): string | undefined {
  const [code = ""] = said.slice(-1);
  const letters = said.find((cell) => /^[A-Z]{2}$/i.test(cell)) ?? /^[A-Z]{2}(?![A-Z]{2})/i.exec(code)?.[0];
  return letters?.toUpperCase();
}

/** An area that the gazetteer has. */
export interface KnownArea {
  readonly id: string;
  readonly country: string;
  readonly level: 1 | 2;
  /** Of one of the second level: the area of the first that it lies in. */
  readonly parentId?: string;
  readonly name: string;
  readonly names: readonly string[];
}

export type MatchedArea = { id: string; code: string };
type Unmatched = { line: number; reason: string };

/**
 * Finds each area of a table in the gazetteer: of the same country and level, inside what the area it lies in was found
 * as, by the same letters or another spelling, never by a guess, and never where two fit.
 */
export function matchAreas(
  areas: readonly CodedArea[],
  known: readonly KnownArea[],
): { matched: MatchedArea[]; unmatched: Unmatched[] } {
  const byKey = new Map<string, Set<KnownArea>>();
  for (const area of known) {
    for (const key of keysOf([area.name, ...area.names])) {
      const within = placeOf(area.country, area.parentId, key);
      byKey.set(within, (byKey.get(within) ?? new Set()).add(area));
    }
  }
  const ids = new Map<string, string>();
  const unmatched: Unmatched[] = [];
  for (const level of [1, 2] as const) {
    const fits = areas
      .filter((area) => area.level === level)
      .map((area) => ({ area, found: foundFor(area, ids, byKey) }));
    const claims = new Map<KnownArea, CodedArea[]>();
    for (const { area, found } of fits) if (typeof found !== "string") listed(claims, found).push(area);
    for (const { area, found } of fits) {
      if (typeof found === "string") unmatched.push({ line: area.line, reason: found });
      else {
        const twin = listed(claims, found).find((other) => other !== area);
        if (twin) unmatched.push({ line: area.line, reason: `${area.code} and ${twin.code} fit ${found.name} alike.` });
        else ids.set(area.code, found.id);
      }
    }
  }
  return { matched: [...ids].map(([code, id]) => ({ id, code })), unmatched };
}

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const placeOf = (country: string, parentId: string | undefined, key: string) => `${country}/${parentId ?? ""}/${key}`;

const keysOf = (names: readonly string[]) =>
  [...new Set(names.flatMap((name) => [nameKey(name), nameKey(plainAreaName(name))]))].filter((key) => key.length > 1);

/** The one area that fits; a sentence where none does, or more than one. */
function foundFor(
  { country, level, code, parent, names }: CodedArea,
  ids: ReadonlyMap<string, string>,
  byKey: ReadonlyMap<string, ReadonlySet<KnownArea>>,
): KnownArea | string {
  const parentId = parent === undefined ? undefined : ids.get(parent);
  if (parent !== undefined && parentId === undefined)
    return `${code} lies in ${parent}, which is no area of the gazetteer by this table.`;
  if (names.length === 0) return `${code} has no name in this table.`;
  const found = new Set(keysOf(names).flatMap((key) => [...(byKey.get(placeOf(country, parentId, key)) ?? [])]));
  const [one, two] = found;
  const what = `${code} (${names[0]})`;
  if (!one)
    return `${what}: the gazetteer has no area of this name ${level === 1 ? `on the first level in ${country}` : `in ${parent}`}.`;
  return two ? `${what}: ${found.size} areas fit, ${one.name} and ${two.name}.` : one;
}
