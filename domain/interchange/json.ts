import type { Author, Made, Metadata, ReviewStep } from "@/domain/interchange/document";
import { type CodePointRange, codePoint } from "@/domain/text/offsets";

/** JSON of other tools, of which nothing is taken for granted. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (json: unknown): json is Fields =>
  typeof json === "object" && json !== null && !Array.isArray(json);
export const fieldsOf = (json: unknown): Fields => (isFields(json) ? json : {});
export const listOf = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);
export const textOf = (json: unknown): string | undefined => (typeof json === "string" ? json : undefined);

/** A number, also one that is written as text; NaN for anything else. */
export const numberOf = (json: unknown): number => {
  if (typeof json === "number") return json;
  return typeof json === "string" && /^-?\d+(\.\d+)?$/.test(json) ? Number(json) : Number.NaN;
};

/** An id as text; whole numbers are ids too. */
export const idOf = (json: unknown): string | undefined =>
  typeof json === "string" && json !== "" ? json : Number.isSafeInteger(json) ? String(json) : undefined;

/** What is said beside a text in words or numbers, without the fields that are taken already. */
export function metadataOf(json: unknown, taken: ReadonlySet<string>): Metadata {
  const said: Record<string, string> = {};
  for (const [name, value] of Object.entries(fieldsOf(json))) {
    if (taken.has(name) || name === "__proto__") continue;
    if (typeof value === "string") said[name] = value;
    else if (typeof value === "number" || typeof value === "boolean") said[name] = String(value);
  }
  return said;
}

/** Code points as a file of ours has them, `[[start, end], …]`; undefined where they are no such thing. */
export function rangesOf(json: unknown, length: number): CodePointRange[] | undefined {
  const ranges: CodePointRange[] = [];
  for (const each of listOf(json)) {
    const [start, end] = listOf(each).map(numberOf);
    if (start === undefined || end === undefined || !isRange(start, end, length)) return undefined;
    ranges.push({ start: codePoint(start), end: codePoint(end) });
  }
  return ranges.length > 0 ? ranges : undefined;
}

const isRange = (start: number, end: number, length: number) =>
  Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end && end <= length;

/** Who made a thing and who checked it, as files of ours have it; what is no such thing is left out. */
export function madeOf(json: unknown): Made {
  const { by, at, state, version, layer, origin, review } = fieldsOf(json);
  const steps = listOf(review).flatMap((each) => stepOf(each) ?? []);
  const author = authorOf(by);
  return {
    ...(author ? { by: author } : {}),
    ...textField("at", at),
    ...textField("state", state),
    ...(Number.isSafeInteger(version) ? { version: numberOf(version) } : {}),
    ...textField("layer", layer),
    ...textField("origin", origin),
    ...(steps.length > 0 ? { review: steps } : {}),
  };
}

type Said = "at" | "state" | "layer" | "origin";
const textField = (name: Said, said: unknown): { [key in Said]?: string } =>
  typeof said === "string" ? { [name]: said } : {};

/** A person named by a text, or by an object with a name and perhaps an id. */
export function authorOf(json: unknown): Author | undefined {
  if (typeof json === "string") return json === "" ? undefined : { name: json };
  const { id, name } = fieldsOf(json);
  const known = idOf(id);
  const called = textOf(name) ?? known;
  return called === undefined ? undefined : { ...(known ? { id: known } : {}), name: called };
}

function stepOf(json: unknown): ReviewStep | undefined {
  const { decision, reason, version, by, at } = fieldsOf(json);
  if (typeof decision !== "string") return undefined;
  const author = authorOf(by);
  return {
    decision,
    reason: textOf(reason) ?? "",
    ...(Number.isSafeInteger(version) ? { version: numberOf(version) } : {}),
    ...(author ? { by: author } : {}),
    ...textField("at", at),
  };
}
