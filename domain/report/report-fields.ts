import { z } from "zod";
import type { ReportField } from "@/domain/codebook/codebook";
import type { Problem } from "@/domain/failure";

/** What a desk notes of a report, by the slugs of its codebook's report fields; a day is written 2026-11-30. */
export const ReportFieldValues = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  z.union([z.string().trim().min(1).max(500), z.number()]),
);
export type ReportFieldValues = z.infer<typeof ReportFieldValues>;

/** What of these values the codebook has no place for; what was there before may stay, retired or not. */
export function fieldProblems(
  values: ReportFieldValues,
  fields: readonly ReportField[],
  before: ReportFieldValues = {},
): Problem[] {
  const known = new Map(fields.map((field) => [field.slug, field]));
  return Object.entries(values).flatMap(([slug, value]) => {
    if (before[slug] === value) return [];
    const field = known.get(slug);
    const reason = field ? reasonAgainst(field, value) : "The project's codebook has no such report field.";
    return reason ? [{ field: `fields.${slug}`, reason }] : [];
  });
}

function reasonAgainst({ name, type, choices, retired }: ReportField, value: string | number): string | undefined {
  if (retired) return `“${name}” is retired and can’t be filled in any more.`;
  if (type === "number") return typeof value === "number" ? undefined : "A number is expected here.";
  if (typeof value !== "string") return "Text is expected here.";
  if (type === "date") return z.iso.date().safeParse(value).success ? undefined : "A day like 2026-11-30.";
  if (type === "text") return undefined;
  const choice = choices.find(({ slug }) => slug === value);
  if (!choice) return `One of ${choices.map(({ slug }) => `“${slug}”`).join(", ")}.`;
  return choice.retired ? `“${choice.name}” is retired and can’t be chosen any more.` : undefined;
}
