type Said = Readonly<Record<string, unknown>>;

/**
 * What attributes say, and nothing else: an empty list, an empty or blank text, a box that is not ticked, "unspecified"
 * certainty and rows or groups of which every part is blank say as little as nothing at all. 0 is a number and stays. A
 * note says its words, however they are formatted.
 */
export const saidIn = ({ noteProse: _formatted, ...attributes }: Said): Record<string, unknown> =>
  (normal(attributes) as Record<string, unknown> | undefined) ?? {}; // an object stays one, or says nothing

/** One value as `saidIn` has it; undefined where it says nothing. `name` is the attribute's. */
export function normal(value: unknown, name = ""): unknown {
  if (value === undefined || value === null || value === false) return undefined;
  if (typeof value === "string") return value.trim() === "" || isUnsaid(name, value) ? undefined : value;
  if (Array.isArray(value)) {
    const rows = value.map((each) => (isBlankRow(name, each) ? undefined : normal(each)));
    const said = rows.filter((each) => each !== undefined);
    return said.length > 0 ? said : undefined;
  }
  if (typeof value !== "object") return value;
  const parts = Object.entries(value).map(([key, part]) => [key, normal(part, key)] as const);
  const said = parts.filter(([, part]) => part !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

const isUnsaid = (name: string, value: string) => name === "certainty" && value === "unspecified";

/** A quantity says what is counted from the start: without a bound or words it counts nothing. */
function isBlankRow(name: string, row: unknown): boolean {
  if (name !== "quantities" || typeof row !== "object" || row === null) return false;
  const { what: _what, ...rest } = row as Record<string, unknown>; // a row of that list is an object
  return normal(rest) === undefined;
}
