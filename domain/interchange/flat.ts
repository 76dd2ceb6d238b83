import type { Attributes, Value } from "@/domain/interchange/document";

/**
 * Values as plain strings, and back: for formats whose attributes are strings. A string stays as it is; anything else
 * is written as JSON, and so is a string that would otherwise be read as JSON. `quoted` names further strings that a
 * format cannot hold as they are, such as empty ones. Every string that is read and written again stays the same.
 */
export type Flat = { write(value: Value): string; read(said: string): Value };

export function flatWith(quoted: (text: string) => boolean = () => false): Flat {
  const read = (said: string): Value => {
    const value = jsonIn(said);
    if (value === undefined) return said;
    if (typeof value !== "string") return value;
    return quoted(value) || read(value) !== value ? value : said;
  };
  return {
    read,
    write: (value) =>
      typeof value !== "string" || quoted(value) || read(value) !== value ? JSON.stringify(value) : value,
  };
}

/** Attributes as one JSON object, and back; undefined where it is none. */
export const objectOf = (attributes: Attributes): string => JSON.stringify(attributes);

export function attributesIn(said: string): Attributes | undefined {
  const value = jsonIn(said);
  return value !== undefined && isObject(value) ? value : undefined;
}

export const isObject = (value: Value): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How deep a value may be: what is deeper is taken as text. */
const deepest = 50;

/** The value of a text that is JSON exactly as this product writes it; undefined for any other text. */
function jsonIn(said: string): Value | undefined {
  if (!/^(?:[[{"]|-?\d|true$|false$|null$)/.test(said) || depthOf(said) > deepest) return undefined;
  try {
    const value: Value = JSON.parse(said);
    return JSON.stringify(value) === said ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Brackets that are open at a time; those in strings count too, which only errs on the side of text. */
function depthOf(said: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of said) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** A text on one line, and back: one with line breaks, with quotation marks around it or with nothing in it is written as JSON. */
export const onOneLine = (text: string): string =>
  text === "" || /[\r\n\t\u2028\u2029]/.test(text) || text !== text.trim() || textOfLine(text) !== text
    ? JSON.stringify(text)
    : text;

export function textOfLine(said: string): string {
  if (!said.startsWith('"') || !said.endsWith('"')) return said;
  const value = jsonIn(said);
  return typeof value === "string" ? value : said;
}
