"use client";

import { Input, Select } from "@/components/ui/input";
import type { ReportField } from "@/domain/codebook/codebook";
import type { ReportFieldValues } from "@/domain/report/report-fields";

/** Report fields as they are filled in, every one a text. */
export type FieldsDraft = Readonly<Record<string, string>>;

export const draftOf = (values: ReportFieldValues = {}): FieldsDraft =>
  Object.fromEntries(Object.entries(values).map(([slug, value]) => [slug, String(value)]));

export function valuesOf(draft: FieldsDraft, fields: readonly ReportField[]): ReportFieldValues {
  const numbers = new Set(fields.filter(({ type }) => type === "number").map(({ slug }) => slug));
  const said = Object.entries(draft).filter(([, text]) => text.trim() !== "");
  return Object.fromEntries(said.map(([slug, text]) => [slug, numbers.has(slug) ? Number(text) : text.trim()]));
}

/** One report field, filled in as its type has it. */
export function FieldInput({
  field,
  value,
  onChange,
}: {
  field: ReportField;
  value: string;
  onChange: (text: string) => void;
}) {
  const { type, choices, retired } = field;
  if (type === "choice") {
    return (
      <Select value={value} disabled={retired} onChange={({ target }) => onChange(target.value)}>
        <option value="">–</option>
        {choices
          .filter((choice) => !choice.retired || choice.slug === value)
          .map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
      </Select>
    );
  }
  return (
    <Input
      type={type}
      {...(type === "text" ? { dir: "auto", maxLength: 500 } : {})}
      {...(type === "number" ? { step: "any" } : {})}
      readOnly={retired}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
