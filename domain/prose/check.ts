import type { Prose } from "@/domain/prose/prose";
import type { Content, NodeRule, ProseSchema } from "@/domain/prose/schema";

/** One thing that a schema does not allow; `at` is its path in what was sent ("content.0.marks.1.attrs.href"). */
export type Flaw = { readonly at: readonly (string | number)[]; readonly reason: string };

/** Lists in lists go no deeper; a document counts as one level, each node in it as one more. */
export const DEEPEST = 16;
const MOST_FLAWS = 10;

type Path = Flaw["at"];
type Place = {
  readonly at: Path;
  readonly depth: number;
  /** The marks that words may have here. */
  readonly marks: readonly string[];
};

/** What of a value is no document of a schema, the first few; none when it is one. */
export function proseFlaws(value: unknown, schema: ProseSchema): readonly Flaw[] {
  if (hasMoreThan(schema.most, value)) {
    return [flaw(["content"], `A text has at most ${schema.most.toLocaleString("en")} parts.`)];
  }
  return inNode(schema, value, ["doc"], { at: [], depth: 1, marks: [] }).slice(0, MOST_FLAWS);
}

/** Whether a value is a document of a schema. */
export const isProse = (value: unknown, schema: ProseSchema): value is Prose => proseFlaws(value, schema).length === 0;

const flaw = (at: Path, reason: string): Flaw => ({ at, reason });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const quoted = (names: readonly string[]) => names.map((each) => `“${each}”`).join(", ");

function inNode(schema: ProseSchema, value: unknown, allowed: readonly string[], place: Place): Flaw[] {
  const { at, depth } = place;
  if (depth > DEEPEST) return [flaw(at, `A text is nested at most ${DEEPEST} levels deep.`)];
  if (!isRecord(value)) return [flaw(at, "An object is expected here.")];
  const { type } = value;
  const rule = typeof type === "string" && allowed.includes(type) ? schema.nodes[type] : undefined;
  if (typeof type !== "string" || !rule) return [flaw([...at, "type"], `One of ${quoted(allowed)} stands here.`)];
  return [
    ...unknownKeys(value, keysOf(type, rule), at),
    ...inAttributes(value["attrs"], rule.attributes, at),
    ...(type === "text" ? inText(value["text"], at) : []),
    ...(rule.inline ? inMarks(schema, value["marks"], place) : []),
    ...(rule.holds ? inContent(schema, value["content"], rule.holds, place) : []),
  ];
}

function inContent(schema: ProseSchema, value: unknown, holds: Content, { at, depth }: Place): Flaw[] {
  const { first, of, least, marks = Object.keys(schema.marks) } = holds;
  const where = [...at, "content"];
  if (value !== undefined && !Array.isArray(value)) return [flaw(where, "A list is expected here.")];
  const parts: readonly unknown[] = value ?? [];
  if (parts.length < (first ? 1 : least)) return [flaw(where, "This can’t be empty.")];
  return parts.flatMap((part, index) => {
    const allowed = first && index === 0 ? [first] : of;
    return inNode(schema, part, allowed, { at: [...where, index], depth: depth + 1, marks });
  });
}

const inText = (value: unknown, at: Path): Flaw[] =>
  typeof value === "string" && value !== "" ? [] : [flaw([...at, "text"], "Text is expected here.")];

function inMarks(schema: ProseSchema, value: unknown, { at, marks }: Place): Flaw[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [flaw([...at, "marks"], "A list is expected here.")];
  const sent: readonly unknown[] = value;
  const types = sent.map((mark) => (isRecord(mark) ? mark["type"] : undefined));
  return sent.flatMap((mark, index) => {
    const where = [...at, "marks", index];
    const type = types[index];
    const rule = typeof type === "string" && marks.includes(type) ? schema.marks[type] : undefined;
    if (!isRecord(mark) || !rule || types.indexOf(type) < index) {
      return [flaw([...where, "type"], marksReason(marks))];
    }
    const known = ["type", ...(rule.attributes ? ["attrs"] : [])];
    return [...unknownKeys(mark, known, where), ...inAttributes(mark["attrs"], rule.attributes, where)];
  });
}

const marksReason = (marks: readonly string[]) =>
  marks.length === 0 ? "No formatting stands here." : `Each of ${quoted(marks)} stands here at most once.`;

function inAttributes(value: unknown, rules: NodeRule["attributes"], at: Path): Flaw[] {
  if (!rules) return [];
  const where = [...at, "attrs"];
  if (!isRecord(value)) return [flaw(where, "An object is expected here.")];
  const wrong = Object.entries(rules).filter(([name, { is }]) => !is(value[name]));
  return [
    ...unknownKeys(value, Object.keys(rules), where),
    ...wrong.map(([name, { reason }]) => flaw([...where, name], reason)),
  ];
}

function unknownKeys(value: Record<string, unknown>, known: readonly string[], at: Path): Flaw[] {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  return unknown === undefined ? [] : [flaw([...at, unknown.slice(0, 80)], "There is no such field.")];
}

function keysOf(type: string, rule: NodeRule): string[] {
  return [
    "type",
    ...(rule.attributes ? ["attrs"] : []),
    ...(rule.holds ? ["content"] : []),
    ...(rule.inline ? ["marks"] : []),
    ...(type === "text" ? ["text"] : []),
  ];
}

/** Counted without going down by calls, so that no nesting is too deep to be counted. */
function hasMoreThan(most: number, value: unknown): boolean {
  let count = 0;
  for (const waiting: unknown[] = [value]; waiting.length > 0; ) {
    const node = waiting.pop();
    count += 1;
    if (count > most) return true;
    const content = isRecord(node) ? node["content"] : undefined;
    if (Array.isArray(content)) waiting.push(...content.slice(0, most + 1));
  }
  return false;
}
