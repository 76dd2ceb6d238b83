import { readingOf } from "@/domain/event/sheet-back/columns";
import { type DayOrder, readDay } from "@/domain/event/sheet-back/day";

/** A cell as it stands in a file; `formula` where a spreadsheet computes it. */
export type FileCell = {
  text: string;
  formula?: true;
  /** An apostrophe was put before what a spreadsheet would run, and the file says so. */
  safe?: true;
};

/** A value, two where day and month can't be told apart, or what is wrong with it. Blank is no value. */
export type ReadCell =
  | { value: string | number | undefined }
  | { either: readonly [string, string] }
  | { trouble: string };

const errors = /^(?:#(?:REF!|NAME\?|VALUE!|N\/A|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)|Err:\d{3}|#+)$/i;
/** What a spreadsheet cuts a cell off at. */
const longest = 32_767;

/** Reads a cell of a column that may be edited. Damage that spreadsheets do is recognised, or named. */
export function readCell(column: string, { text, formula, safe }: FileCell, order?: DayOrder): ReadCell {
  const reading = readingOf(column);
  const said = (safe ? text.replace(/^'/, "") : text).replaceAll("\r\n", "\n").trim();
  const trouble = (what: string): ReadCell => ({ trouble: `${column}: ${what}` });
  if (formula) return trouble("The cell holds a formula. Put its value there.");
  if (said === "") return { value: undefined };
  if (errors.test(said)) return trouble(`The spreadsheet could not show a value there (${said}).`);
  if (said.includes("\uFFFD") || /^\?{2,}(?:[\s?.,;-]*\?)*$/.test(said))
    return trouble("Its letters were lost when the file was saved. Save it in UTF-8.");
  switch (reading?.as) {
    case "day": {
      const read = readDay(said, order);
      return "trouble" in read ? trouble(read.trouble) : "day" in read ? { value: read.day } : read;
    }
    case "integer":
      return asInteger(said, trouble);
    case "degrees":
      return asDegrees(said, reading.most, trouble);
    case "one of": {
      const found = reading.values.find((value) => String(value) === plain(said));
      return found === undefined
        ? trouble(`“${short(said)}” is none of ${reading.values.join(", ")}.`)
        : { value: found };
    }
    default:
      if (!safe && /^[=@]\S/.test(said)) return trouble("The cell begins like a formula. Put its value there.");
      return said.length >= longest ? trouble("The spreadsheet cut the cell off.") : { value: said };
  }
}

const short = (text: string) => ([...text].length > 60 ? `${[...text].slice(0, 60).join("")}…` : text);

/** Words of a closed list, however they are written: a number with decimals that are none, a curly apostrophe, capitals. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(\d+)[.,]0+$/, "$1");

type Trouble = (what: string) => ReadCell;

function asInteger(said: string, trouble: Trouble): ReadCell {
  const digits = inLatin(said);
  if (/^\d+(?:[.,]0{1,2})?$/.test(digits)) return { value: Number.parseInt(digits, 10) };
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits))
    return trouble(`“${said}” may be a thousand or a decimal. Write the number without signs in it.`);
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(digits))
    return trouble(`The spreadsheet wrote “${said}” for a longer number.`);
  return trouble(`“${short(said)}” is no whole number.`);
}

function asDegrees(said: string, most: number, trouble: Trouble): ReadCell {
  const digits = inLatin(said).replace("\u2212", "-");
  if (!/^-?\d{1,3}(?:[.,]\d+)?$/.test(digits))
    return trouble(`“${short(said)}” is no number of degrees. Write it with a decimal point, such as 36.5132.`);
  const value = Number(digits.replace(",", "."));
  return Math.abs(value) > most ? trouble(`${said} is more than ${most} degrees.`) : { value };
}

/** Arabic-Indic and Persian digits as Latin ones, and their decimal sign as a point. */
const inLatin = (text: string) =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("\u066b", ".");
