import type { Problem } from "@/domain/failure";

/** The null character and half characters: PostgreSQL keeps neither. */
const unkeepable = /[\0\p{Surrogate}]/u;

const sentences = {
  characters: "The null character and half characters (lone surrogates) cannot be kept.",
  number: "This number is too large to be kept.",
  name: "There is no such field.",
};

/** So many are named; the others are counted. */
const named = 10;

export type Unkeepable = { problems: Problem[]; more: number };

/**
 * What in a parsed JSON value can't be kept, the first few with their paths ("attributes.note"): characters, numbers
 * beyond what a number holds (1e400), and `__proto__`, which is a name of the language and not of a field.
 */
export function unkeepableIn(value: unknown, path = "", found: Unkeepable = { problems: [], more: 0 }): Unkeepable {
  const reason = flawOf(value);
  if (reason !== undefined) add(found, path, reason);
  if (value === null || typeof value !== "object") return found;
  for (const [key, each] of Object.entries(value)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (key === "__proto__") add(found, at, sentences.name);
    else if (unkeepable.test(key)) add(found, path, sentences.characters);
    else unkeepableIn(each, at, found);
  }
  return found;
}

function flawOf(value: unknown): string | undefined {
  if (typeof value === "string") return unkeepable.test(value) ? sentences.characters : undefined;
  return typeof value === "number" && !Number.isFinite(value) ? sentences.number : undefined;
}

function add(found: Unkeepable, field: string, reason: string): void {
  if (found.problems.length < named)
    found.problems.push({ field: field.replaceAll(unkeepableSigns, "\ufffd"), reason });
  else found.more += 1;
}

const unkeepableSigns = new RegExp(unkeepable, "gu");
