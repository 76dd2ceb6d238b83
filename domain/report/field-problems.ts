import type { ReportField } from "@/domain/codebook/codebook";
import type { Problem } from "@/domain/failure";
import type { ReportFieldValues } from "@/domain/report/report-fields";
import { longestFieldValue } from "@/domain/report/report-values";

/** What people wrote into cells, as the codebook's fields have it: numbers as numbers, choices by name. The rest stays text. */
export function fieldsAsWritten(
  written: Readonly<Record<string, string | number>>,
  fields: readonly ReportField[],
): Record<string, string | number> {
  const known = new Map(fields.map((field) => [field.slug, field]));
  return Object.fromEntries(
    Object.entries(written).map(([slug, value]) => {
      const { type, choices = [] } = known.get(slug) ?? {};
      if (typeof value !== "string") return [slug, value];
      if (type === "number" && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value.trim())) return [slug, Number(value)];
      if (type !== "choice") return [slug, value];
      return [slug, choices.find(({ slug: each, name }) => each === value || name === value)?.slug ?? value];
    }),
  );
}

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
  if (type === "date") return isDay(value) ? undefined : "A day like 2026-11-30.";
  if (type === "text") return value.length > longestFieldValue ? `At most ${longestFieldValue} characters.` : undefined;
  const choice = choices.find(({ slug }) => slug === value);
  if (!choice) return `One of ${choices.map(({ slug }) => `“${slug}”`).join(", ")}.`;
  return choice.retired ? `“${choice.name}” is retired and can’t be chosen any more.` : undefined;
}

/** Whether there is such a day: 30 February is none. */
function isDay(said: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(said) ? Date.parse(`${said}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(said);
}
