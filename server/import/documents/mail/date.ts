const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE =
  /^\s*(?:[a-z]{3},)?\s*(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-]\d{2})(\d{2})|(?:UT|GMT|Z)\b)/i;

/** A mail's date (RFC 5322, 3.3) with its own offset, as ISO 8601; undefined where it is written otherwise. */
export function instantOf(header: string | undefined): string | undefined {
  const [, day, month, year, hour, minute, second = "00", offset, minutes] = DATE.exec(header ?? "") ?? [];
  const nth = MONTHS.indexOf(month?.toLowerCase() ?? "");
  if (!day || !hour || nth < 0) return undefined;
  const two = (part: string | number) => `${part}`.padStart(2, "0");
  const zone = offset === undefined ? "Z" : `${offset}:${minutes}`;
  const iso = `${year}-${two(nth + 1)}-${two(day)}T${two(hour)}:${minute}:${second}${zone}`;
  return Number.isNaN(Date.parse(iso)) ? undefined : iso;
}
