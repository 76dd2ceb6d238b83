import type { Malformed } from "@/domain/failure";

/** Nobody needs more; what walks through a value may call itself so many times without harm. */
export const deepest = 64;

export type JsonFlaw = { malformed: Extract<Malformed, { is: "json" | "depth" | "twice" }> } | { entries: number };
export type ParsedJson = { ok: true; value: unknown } | { ok: false; flaw: JsonFlaw };

/**
 * Parses JSON that strangers sent, in time that is linear in its length. Too deep nesting, a field given twice (the
 * parser would keep one of them without a word) and more than `entries` values are found before anything is made of it.
 */
export function parseJson(text: string, entries: number): ParsedJson {
  const flaw = flawOf(text, entries);
  if (flaw && !("malformed" in flaw && flaw.malformed.is === "twice")) return { ok: false, flaw };
  try {
    const value: unknown = JSON.parse(text);
    return flaw ? { ok: false, flaw } : { ok: true, value };
  } catch {
    return { ok: false, flaw: { malformed: { is: "json" } } };
  }
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;

/** Walks over the signs that give JSON its shape; what is no JSON at all is left for the parser to find. */
function flawOf(text: string, entries: number): JsonFlaw | undefined {
  const keys: (Set<string> | undefined)[] = [];
  let twice: string | undefined;
  let last = "";
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      const end = endOfString(text, at);
      last = text.slice(at, Math.min(end + 1, text.length));
      at = end;
    } else if (sign === COLON) {
      const known = keys.at(-1);
      const key = last.includes("\\") ? unescaped(last) : last;
      if (known?.has(key)) twice ??= key;
      known?.add(key);
      seen += 1;
    } else if (sign === COMMA) {
      if (keys.at(-1) === undefined) seen += 1;
    } else if (sign === 123 || sign === 91) {
      keys.push(sign === 123 ? new Set() : undefined);
      if (keys.length > deepest) return { malformed: { is: "depth", limit: deepest } };
    } else if (sign === 125 || sign === 93) keys.pop();
    if (seen > entries) return { entries };
  }
  return twice === undefined ? undefined : { malformed: { is: "twice", name: nameOf(twice) } };
}

/** Where the closing quote stands of the string that opens at a place; the text's length when it never ends. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}

function unescaped(key: string): string {
  try {
    return JSON.stringify(JSON.parse(key));
  } catch {
    return key;
  }
}

const nameOf = (key: string) => key.slice(1, -1).slice(0, 80);
