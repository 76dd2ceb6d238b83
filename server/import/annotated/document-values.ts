import type { z } from "zod";
import type { LabelAttribute } from "@/domain/codebook/attribute";
import { slugOf } from "@/domain/import/slug-of";
import type { Attributes, Value } from "@/domain/interchange/document";

/** What a kind has room for; the rest is told by its name. */
export function fitted(
  said: Record<string, unknown>,
  schema: z.ZodType<Record<string, unknown>>,
  leftOut: (name: string) => void,
): Record<string, unknown> {
  const first = schema.safeParse(said);
  if (first.success) return first.data;
  const wrong = new Set(
    first.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys : issue.path.slice(0, 1).map(String),
    ),
  );
  for (const name of wrong) leftOut(name);
  const rest = schema.safeParse(Object.fromEntries(Object.entries(said).filter(([name]) => !wrong.has(name))));
  return rest.success ? rest.data : {};
}

/** Attributes by the names that the codebook has for them, and values as their types say the same. */
export function renamed(said: Attributes, own: readonly LabelAttribute[]): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(said)) {
    const known = own.find(({ slug, name: called }) => slug === name || called === name || slug === slugOf(name));
    all[known?.slug ?? name] = known ? sameAs(value, known) : value;
  }
  return all;
}

function sameAs(value: Value, { type, choices }: LabelAttribute): unknown {
  if (type === "text" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (type === "number" && typeof value === "string" && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
  if (type === "yes-no" && typeof value === "boolean") return value ? "yes" : "no";
  if (type === "choice") return choices.find(({ slug, name }) => slug === value || name === value)?.slug ?? value;
  if (type === "choices" && Array.isArray(value))
    return value.map((each: Value) => choices.find(({ slug, name }) => slug === each || name === each)?.slug ?? each);
  return value;
}
