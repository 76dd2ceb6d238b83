import type { CodebookRead } from "@/domain/codebook/read/reading";

type Parsed = { ok: true; value: unknown; lineOf: (nth: number) => number } | (CodebookRead & { ok: false });

/** JSON with the line of a mistake in it; `lineOf` says in which line an entry of the outermost list begins. */
export function parsedJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text), lineOf: (nth) => lineAt(text, startOf(text, nth)) };
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const at = /position (\d+)/.exec(said)?.[1];
    const line = at === undefined ? text.split("\n").length : lineAt(text, Number(at));
    return {
      ok: false,
      problems: [{ line, what: "This is no JSON: a bracket, comma or quotation mark is missing or too much." }],
    };
  }
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

/** Where the entry begins: after so many commas that stand in no string and no inner bracket. */
function startOf(text: string, nth: number): number {
  let depth = 0;
  let entries = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === "\\") at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === "[" || letter === "{") {
      if (depth === 1 && entries === nth) return at;
      depth += 1;
    } else if (letter === "]" || letter === "}") depth -= 1;
    else if (letter === "," && depth === 1) entries += 1;
  }
  return 0;
}
