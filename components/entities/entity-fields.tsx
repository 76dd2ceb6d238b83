"use client";

import { useTranslations } from "use-intl";
import type { Sending } from "@/components/api/use-sending";
import type { AffiliationDraft } from "@/components/entities/affiliation-fields";
import { EntityChoice } from "@/components/entities/entity-choice";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import type { Entity } from "@/domain/entity/entity";
import { entityKinds } from "@/domain/entity/entity-values";
import type { EntityId } from "@/domain/ids";
import type { Prose } from "@/domain/prose/prose";

/** What the form holds until it is sent. */
export interface Filled {
  name: string;
  kind: Entity["kind"];
  outlet: EntityId | null;
  parent: EntityId | null;
  anonymity: Entity["anonymity"];
  scale: Entity["scale"];
  side: string;
  affiliations: readonly AffiliationDraft[];
  /** One a line. */
  aliases: string;
  note: string | Prose;
}

export function KindField({
  sending,
  value,
  onChange,
}: {
  sending: Sending;
  value: Filled;
  onChange: (part: Partial<Filled>) => void;
}) {
  const t = useTranslations("entities");
  const values = useTranslations("values");
  return (
    <Field label={t("kind")} error={sending.errorOf("kind")}>
      <Select
        value={value.kind}
        onChange={(event) => onChange({ kind: entityKinds.find((each) => each === event.target.value) ?? value.kind })}
      >
        {entityKinds.map((each) => (
          <option key={each} value={each}>
            {values(`entityKind.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function AliasesField({
  sending,
  value,
  onChange,
}: {
  sending: Sending;
  value: Filled;
  onChange: (part: Partial<Filled>) => void;
}) {
  const t = useTranslations("entities");
  return (
    <Field label={t("aliases")} hint={t("aliasesHint")} error={sending.errorOf("aliases")}>
      <Textarea rows={2} value={value.aliases} onChange={(event) => onChange({ aliases: event.target.value })} />
    </Field>
  );
}

/** The outlet that somebody speaks for, and what they are a part of. */
export function Belonging({
  projectId,
  except,
  filled,
  errorOf,
  onChange,
}: {
  projectId: string;
  except: EntityId | undefined;
  filled: Filled;
  errorOf: Sending["errorOf"];
  onChange: (part: Partial<Filled>) => void;
}) {
  const t = useTranslations("entities");
  return (
    <>
      <Field label={t("outlet")} hint={t("outletHint")} error={errorOf("outletId")}>
        <EntityChoice
          label={t("outlet")}
          projectId={projectId}
          kind="media outlet"
          except={except}
          value={filled.outlet}
          onChange={(outlet) => onChange({ outlet })}
        />
      </Field>
      <Field label={t("parent")} error={errorOf("parentId")}>
        <EntityChoice
          label={t("parent")}
          projectId={projectId}
          except={except}
          value={filled.parent}
          onChange={(parent) => onChange({ parent })}
        />
      </Field>
    </>
  );
}

/** One of the values that may be said, or none. */
export function ValueField<V extends string>({
  label,
  error,
  values,
  value,
  wordOf,
  onChange,
}: {
  label: string;
  error: string | undefined;
  values: readonly V[];
  value: V | undefined;
  wordOf: (value: V) => string;
  onChange: (value: V | undefined) => void;
}) {
  const t = useTranslations("entities");
  return (
    <Field label={label} error={error}>
      <Select value={value ?? ""} onChange={({ target }) => onChange(values.find((each) => each === target.value))}>
        <option value="">{t("unsaid")}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {wordOf(each)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
