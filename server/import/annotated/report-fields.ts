import type { ReportField } from "@/domain/codebook/codebook";
import { fieldProblems } from "@/domain/report/field-problems";
import type { ReportFieldValues } from "@/domain/report/report-fields";
import { isUnkeepable } from "./around";

/**
 * What a file says of a report by a desk's own fields: what the codebook has a place for, and of the rest why not. What
 * was noted in a field or by a choice before it was retired comes back.
 */
export function fieldsFor(said: ReportFieldValues, fields: readonly ReportField[]) {
  const open = fields.map((field) => ({
    ...field,
    retired: false,
    choices: field.choices.map((choice) => ({ ...choice, retired: false })),
  }));
  const kept: ReportFieldValues = {};
  const refused: { slug: string; what: string; example: string }[] = [];
  for (const [slug, value] of Object.entries(said)) {
    const [problem] = fieldProblems({ [slug]: value }, open);
    const reason = problem?.reason ?? (isUnkeepable(String(value)) ? "It holds what can’t be kept." : undefined);
    if (reason === undefined) kept[slug] = value;
    else refused.push({ slug, what: `Report field ${slug}: ${reason}`, example: String(value).slice(0, 80) });
  }
  return { kept, refused };
}
