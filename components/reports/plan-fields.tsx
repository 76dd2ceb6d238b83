"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { priorities } from "@/domain/report/report-values";

/** As it is filled in: all strings, empty where nothing is said. The embargo is in the reader's own time. */
export interface PlanDraft {
  priority: string;
  due: string;
  embargo: string;
}

/** An instant as an `input` of type datetime-local takes it: to the minute, in the browser's own time zone. */
export function localOf(instant: string | undefined): string {
  if (!instant) return "";
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function PlanFields({
  draft,
  onChange,
  errorOf,
  disabled = false,
  unchanged = false,
}: {
  draft: PlanDraft;
  onChange: (draft: PlanDraft) => void;
  errorOf: (field: string) => string | undefined;
  disabled?: boolean;
  /** For many reports: the priority may stay as it is. */
  unchanged?: boolean;
}) {
  const t = useTranslations("details");
  const words = useTranslations("work.priority");
  const reports = useTranslations("reports");
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label={t("priority")} error={errorOf("priority")}>
        <Select
          value={draft.priority}
          disabled={disabled}
          onChange={({ target }) => onChange({ ...draft, priority: target.value })}
        >
          {unchanged ? <option value="">{reports("unchanged")}</option> : null}
          {priorities.map((each, at) => (
            <option key={each} value={String(at - 1)}>
              {words(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("due")} optional error={errorOf("due")}>
        <Input
          type="date"
          value={draft.due}
          disabled={disabled}
          onChange={({ target }) => onChange({ ...draft, due: target.value })}
        />
      </Field>
      <Field label={t("embargo")} optional hint={t("embargoHint")} error={errorOf("embargoUntil")}>
        <Input
          type="datetime-local"
          value={draft.embargo}
          disabled={disabled}
          onChange={({ target }) => onChange({ ...draft, embargo: target.value })}
        />
      </Field>
    </div>
  );
}
