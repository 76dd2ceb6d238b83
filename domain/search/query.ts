import { findable } from "@/domain/search/findable";
import { placesOf } from "@/domain/search/terms";

/** One word or phrase looked for: places that follow one another, each found by one of several terms. */
export type Looked = { places: readonly (readonly string[])[]; prefix: boolean };

/** A condition on words: `any` of several, each of them `all`; `not` leaves out. */
export type Part = { is: "words"; looked: Looked; not: boolean } | { is: "any"; of: readonly Looked[] };

/** What a field may narrow. `date` holds days, both included, null where open. */
export type Narrowing =
  | { field: "kind" | "state" | "in" | "language"; value: string; not: boolean }
  /** Somebody or somewhere of this name, or of another name of the same. */
  | { field: "source" | "place"; looked: readonly Looked[]; not: boolean }
  /** Part of the outlet's name, as written. */
  | { field: "outlet"; value: string; not: boolean }
  | { field: "date"; from: string | null; to: string | null; not: boolean };

export type Query = { parts: readonly Part[]; narrowings: readonly Narrowing[] };

/** What is wrong with a query, and where: UTF-16 units of it, from 0. A key of messages/en/search.json. */
export type QueryTrouble = {
  is:
    | "open-quote"
    | "no-value"
    | "unknown-field"
    | "unknown-value"
    | "no-date"
    | "nothing"
    | "only-not"
    | "too-long"
    | "alone"
    | "not-here";
  at: number;
  said: string;
};

export type ReadQuery = { ok: true; query: Query } | { ok: false; trouble: QueryTrouble };

/** Fields that narrow reports; the others narrow what is said of them. */
export const reportFields = ["language", "outlet", "date"] as const;
export const fields = ["kind", "state", "in", "language", "source", "place", "outlet", "date"] as const;
type Field = (typeof fields)[number];

const states = ["open", "accepted", "returned", "rejected"] as const;

/** The longest query, in UTF-16 units, and the most words in it. */
export const LONGEST = 1000;
const mostWords = 60;

/**
 * Reads what somebody wrote into the field of search: words (all of them have to be there), "phrases", the beginning of
 * a word with *, - before what must not be there, OR between words, and fields: kind:claim state:accepted
 * source:"field sources" place:Hama outlet:Reuters language:ar in:comment date:2017-07..2017-08.
 */
export function readQuery(text: string, taken: readonly Field[] = fields): ReadQuery {
  if (text.length > LONGEST) return wrong("too-long", LONGEST, "");
  const parts: Part[] = [];
  const narrowings: Narrowing[] = [];
  let words = 0;
  const pieces = piecesOf(text);
  if ("trouble" in pieces) return { ok: false, trouble: pieces.trouble };
  for (const [nth, piece] of pieces.entries()) {
    if (piece.is === "or") {
      if (!isBetween(pieces, nth)) return wrong("alone", piece.at, piece.said);
      continue;
    }
    if (piece.field !== undefined) {
      const narrowing = narrowed(piece, taken);
      if ("trouble" in narrowing) return { ok: false, trouble: narrowing.trouble };
      narrowings.push(narrowing);
      continue;
    }
    const looked = lookedFor(piece);
    if (!looked) return wrong("nothing", piece.at, piece.said);
    words += looked.places.length;
    if (words > mostWords) return wrong("too-long", piece.at, piece.said);
    add(parts, looked, { not: piece.not, or: pieces[nth - 1]?.is === "or" });
  }
  if (parts.length === 0 && narrowings.length === 0) return wrong("nothing", 0, text);
  const onlyNot = narrowings.every(({ not }) => not) && parts.every((part) => part.is === "words" && part.not);
  return onlyNot ? wrong("only-not", 0, text) : { ok: true, query: { parts, narrowings } };
}

const wrong = (is: QueryTrouble["is"], at: number, said: string): { ok: false; trouble: QueryTrouble } => ({
  ok: false,
  trouble: { is, at, said },
});

/** An OR makes one condition of what stands on both sides of it. */
function add(parts: Part[], looked: Looked, { not, or }: { not: boolean; or: boolean }): void {
  const last = parts.at(-1);
  if (!or || !last || not || (last.is === "words" && last.not)) {
    parts.push({ is: "words", looked, not });
    return;
  }
  const before = last.is === "any" ? last.of : [last.looked];
  parts[parts.length - 1] = { is: "any", of: [...before, looked] };
}

type Piece =
  | { is: "or"; at: number; said: string }
  | { is: "said"; at: number; said: string; not: boolean; field?: string; value: string; prefix: boolean };

const isBetween = (pieces: readonly Piece[], nth: number) =>
  [pieces[nth - 1], pieces[nth + 1]].every(
    (beside) => beside?.is === "said" && beside.field === undefined && !beside.not,
  );

const PIECE =
  /(?<not>[-−](?=\S))?(?:(?<field>[\p{L}_]+):)?(?:["“”„«](?<phrase>[^"“”„«»]*)(?<close>["“”»])?|(?<word>[^\s"“”„«»]*))(?<prefix>\*)?/uy;

function piecesOf(text: string): Piece[] | { trouble: QueryTrouble } {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const space = /^\s+/u.exec(text.slice(at));
    if (space) {
      at += space[0].length;
      continue;
    }
    PIECE.lastIndex = at;
    const { 0: said = "", groups = {} } = PIECE.exec(text) ?? {};
    if (said === "") return { trouble: { is: "nothing", at, said: text.slice(at, at + 1) } };
    const { not, phrase, close, prefix } = groups;
    // What stands before the // of an address is no field.
    const address = groups["word"]?.startsWith("//") === true;
    const field = address ? undefined : groups["field"];
    const word = address ? said : (groups["word"] ?? "");
    if (phrase !== undefined && close === undefined) return { trouble: { is: "open-quote", at, said } };
    if (phrase === undefined && (word === "OR" || word === "|") && !field && !not) pieces.push({ is: "or", at, said });
    else {
      const starred = prefix !== undefined || (phrase === undefined && word.endsWith("*"));
      const value = phrase ?? word.replace(/\*$/u, "");
      pieces.push({
        is: "said",
        at,
        said,
        not: not !== undefined,
        ...(field === undefined ? {} : { field: field.toLowerCase() }),
        value,
        prefix: starred,
      });
    }
    at += said.length;
  }
  return pieces;
}

function lookedFor({ value, prefix }: { value: string; prefix: boolean }): Looked | undefined {
  const places = placesOf(value).map(({ terms }) => terms);
  return places.length === 0 ? undefined : { places, prefix };
}

type Said = Extract<Piece, { is: "said" }>;

function narrowed(piece: Said, taken: readonly Field[]): Narrowing | { trouble: QueryTrouble } {
  const { at, said, not, value } = piece;
  const trouble = (is: QueryTrouble["is"], offset = 0) => ({ trouble: { is, at: at + offset, said } });
  const field = fields.find((each) => each === piece.field);
  if (!field) return trouble("unknown-field");
  if (!taken.includes(field)) return trouble("not-here");
  const start = said.indexOf(":") + 1;
  if (value.trim() === "") return trouble("no-value", start);
  if (field === "date") {
    const days = daysOf(value.trim());
    return days ? { field, ...days, not } : trouble("no-date", start);
  }
  if (field === "outlet") return { field, value: value.trim(), not };
  if (field === "source" || field === "place") {
    const looked = lookedFor(piece);
    return looked ? { field, looked: [looked], not } : trouble("nothing", start);
  }
  const known = knownValue(field, value.trim().toLowerCase());
  return known === undefined ? trouble("unknown-value", start) : { field, value: known, not };
}

function knownValue(field: Exclude<Field, "date" | "source" | "place" | "outlet">, value: string): string | undefined {
  if (field === "in") return findable.find((each) => each === value || `${each}s` === value);
  if (field === "state") return states.find((each) => each === value);
  if (field === "language") return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(value) ? value : undefined;
  return /^(claim|place|source|label:[a-z0-9][a-z0-9-]{0,60}|event|state|intention|forecast|assessment|denial)$/.exec(
    value,
  )?.[0];
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `2017`, `2017-07`, `2017-07-04`, and two of them with .. between, either left out. */
function daysOf(value: string): { from: string | null; to: string | null } | undefined {
  const [first = "", second] = value.split("..");
  const from = first === "" ? null : firstDay(first);
  const last = second ?? first;
  const to = last === "" ? null : lastDay(last);
  if (from === undefined || to === undefined || (from === null && to === null)) return undefined;
  return from !== null && to !== null && from > to ? undefined : { from, to };
}

function firstDay(text: string): string | undefined {
  const [, year, month = "01", day = "01"] = DAY.exec(text) ?? [];
  return year === undefined ? undefined : real(`${year}-${month}-${day}`);
}

function lastDay(text: string): string | undefined {
  const [, year, month = "12", day] = DAY.exec(text) ?? [];
  if (year === undefined) return undefined;
  const ends = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return real(`${year}-${month}-${day ?? String(ends).padStart(2, "0")}`);
}

function real(day: string): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}
