/** Which of day and month a column writes first, where the year does not come first. */
export type DayOrder = "day first" | "month first";

/** A day as it was read; two where nobody can tell day and month apart; or why it is none. */
export type ReadDay = { day: string } | { either: readonly [string, string] } | { trouble: string };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day that the calendar has, as ISO 8601. */
function iso(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const is = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return is && year >= 1000 ? at.toISOString().slice(0, 10) : undefined;
}

const ended = String.raw`(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${ended}`);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${ended}`);
const named = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})$/i;
const namedFirst = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i;
const shortYear = /^\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,})[-/. ]\d{2}$/i;
const serial = /^\d{5}$/;

/** Reads a day as spreadsheets leave it: ISO, turned with any sign, with the month's English name, or as a day number. */
export function readDay(said: string, order?: DayOrder): ReadDay {
  const text = said.trim();
  const one = (year: string, month: number | string, day: string): ReadDay => {
    const found = iso(Number(year), Number(month), Number(day));
    return found === undefined ? { trouble: `“${text}” is no day of the calendar.` } : { day: found };
  };
  const first = yearFirst.exec(text);
  if (first) return one(first[1] ?? "", first[2] ?? "", first[3] ?? "");
  const words = named.exec(text) ?? swapped(namedFirst.exec(text));
  if (words) return one(words[3] ?? "", months.indexOf((words[2] ?? "").toLowerCase()) + 1, words[1] ?? "");
  const last = yearLast.exec(text);
  if (last) return turned(text, [last[1] ?? "", last[2] ?? "", last[3] ?? ""], order);
  if (serial.test(text)) return { day: new Date((Number(text) - 25_569) * 86_400_000).toISOString().slice(0, 10) };
  if (shortYear.test(text)) return { trouble: `“${text}” has a year of two digits. Write all four: 2026-03-04.` };
  return { trouble: `“${text}” is no date. Write it as 2026-03-04.` };
}

const swapped = (found: RegExpExecArray | null) => found && [found[0], found[2], found[1], found[3]];

function turned(text: string, [a, b, year]: readonly [string, string, string], order: DayOrder | undefined): ReadDay {
  const dayFirst = iso(Number(year), Number(b), Number(a));
  const monthFirst = iso(Number(year), Number(a), Number(b));
  if (dayFirst === undefined && monthFirst === undefined) return { trouble: `“${text}” is no day of the calendar.` };
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst) {
    const only = dayFirst ?? monthFirst ?? "";
    const against = order === "day first" ? dayFirst : order === "month first" ? monthFirst : only;
    return against === undefined
      ? { trouble: `“${text}” does not have ${order} as the other dates do.` }
      : { day: only };
  }
  if (order === undefined) return { either: [dayFirst, monthFirst] };
  return { day: order === "day first" ? dayFirst : monthFirst };
}

/**
 * The order that the dates of a sheet give away: a day after the 12th tells it for all of them. None where no date tells
 * it, or where they contradict each other.
 */
export function dayOrderOf(texts: Iterable<string>): DayOrder | undefined {
  let [dayFirst, monthFirst] = [false, false];
  for (const text of texts) {
    const found = yearLast.exec(text.trim());
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst = true;
    if (Number(found[2]) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? "day first" : "month first";
}
