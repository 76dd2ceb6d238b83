"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { Consent } from "@/domain/protection/permitted-use";
import { consentBases } from "@/domain/protection/permitted-use-values";

/** A consent as it is typed; without a basis there is none. */
export type ConsentSaid = {
  basis: Consent["basis"] | "";
  given: string;
  withdrawn?: string | undefined;
  note?: string | undefined;
};

export const noConsent: ConsentSaid = { basis: "", given: "" };

/** What is sent of it; undefined where nobody consented. */
export function consentOf({ basis, given, withdrawn, note }: ConsentSaid): Consent | undefined {
  if (basis === "" || given === "") return undefined;
  return { basis, given, ...(withdrawn && { withdrawn }), ...(note && { note }) };
}

/** On what consent somebody may leave: its basis, its day, and when it was withdrawn. */
export function ConsentFields({
  said,
  onChange,
  error,
}: {
  said: ConsentSaid;
  onChange: (said: ConsentSaid) => void;
  error: string | undefined;
}) {
  const t = useTranslations("protection");
  return (
    <fieldset className="space-y-3">
      <legend className="text-small font-medium">{t("consent")}</legend>
      <Field label={t("consentBasis")}>
        <Select
          value={said.basis}
          onChange={({ target }) =>
            onChange({ ...said, basis: consentBases.find((each) => each === target.value) ?? "" })
          }
        >
          <option value="">{t("noConsent")}</option>
          {consentBases.map((each) => (
            <option key={each} value={each}>
              {t(`basis.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {said.basis === "" ? null : (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("consentGiven")} required>
            <Input
              type="date"
              required
              value={said.given}
              onChange={({ target }) => onChange({ ...said, given: target.value })}
            />
          </Field>
          <Field label={t("consentWithdrawn")} error={error}>
            <Input
              type="date"
              value={said.withdrawn ?? ""}
              onChange={({ target }) => onChange({ ...said, withdrawn: target.value || undefined })}
            />
          </Field>
        </div>
      )}
    </fieldset>
  );
}
