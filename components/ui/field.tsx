"use client";

import { createContext, type ReactNode, use, useId } from "react";
import { useTranslations } from "use-intl";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";

interface FieldIds {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);

/** What a control inside a Field puts on its element: its id, description and validity. */
export function useField(): { id?: string; "aria-describedby"?: string; "aria-invalid"?: true; required?: true } {
  const field = use(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    ...(field.describedBy ? { "aria-describedby": field.describedBy } : {}),
    ...(field.invalid ? { "aria-invalid": true } : {}),
    ...(field.required ? { required: true } : {}),
  };
}

/** A label, one control, a hint and what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  required = false,
  optional = false,
  inline = false,
  labelHidden = false,
  aside,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** Label beside the control instead of above it. */
  inline?: boolean;
  labelHidden?: boolean;
  /** Beside the label: what can be done with the field as a whole. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <FieldContext value={{ id, describedBy: described || undefined, invalid: Boolean(error), required }}>
      <div
        className={
          inline
            ? "grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-2.5 gap-y-1"
            : "flex min-w-0 flex-col gap-1.5"
        }
      >
        <span className={classes("flex min-w-0 items-center", labelHidden && "sr-only")}>
          <label htmlFor={id} className={classes("text-small", inline ? "text-ink-2" : "font-medium text-ink")}>
            {label}
            {optional ? <span className="ms-1.5 font-normal text-ink-3">{t("optional")}</span> : null}
          </label>
          {aside}
        </span>
        <div className="flex min-w-0 flex-col gap-1.5">
          {children}
          {hint ? (
            <p id={`${id}-hint`} className="text-small text-ink-3">
              {hint}
            </p>
          ) : null}
          {error ? (
            <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-bad">
              <Icon name="warning" className="mt-0.5" />
              <span>{error}</span>
            </p>
          ) : null}
        </div>
      </div>
    </FieldContext>
  );
}
