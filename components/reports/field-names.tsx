"use client";

import { createContext, type ReactNode, use } from "react";
import type { ReportField } from "@/domain/codebook/codebook";
import type { ReportFieldValues } from "@/domain/report/report-fields";

const FieldsContext = createContext<readonly ReportField[]>([]);

/** The report fields of the project whose reports are listed below. */
export function FieldNames({ fields, children }: { fields: readonly ReportField[]; children: ReactNode }) {
  return <FieldsContext value={fields}>{children}</FieldsContext>;
}

/** What the desk notes of a report, each field by its name, in the order of the codebook. */
export function FieldsInWords({ values }: { values: ReportFieldValues }) {
  const fields = use(FieldsContext);
  const said = fields.filter(({ slug }) => values[slug] !== undefined);
  return (
    <span className="line-clamp-3">
      {said.map((field, at) => (
        <span key={field.slug}>
          {at > 0 ? " · " : ""}
          <span className="text-ink-3">{field.name}</span> <bdi>{wordsOf(field, values[field.slug])}</bdi>
        </span>
      ))}
    </span>
  );
}

const wordsOf = ({ choices }: ReportField, value: string | number | undefined) =>
  choices.find(({ slug }) => slug === value)?.name ?? String(value);
