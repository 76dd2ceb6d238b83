"use client";

import { useTranslations } from "use-intl";
import type { Sending } from "@/components/api/use-sending";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type WebhookKind, webhookKinds } from "@/domain/webhook/webhook-values";

export type Draft = { url: string; kinds: readonly WebhookKind[] };

/** Where deliveries go, and what they tell of. */
export function WebhookFields({
  draft,
  onChange,
  allowed,
  errorOf,
}: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  allowed: readonly string[];
  errorOf: Sending["errorOf"];
}) {
  const t = useTranslations("webhooks");
  const hint = t("urlHint", { count: allowed.length, list: allowed.join(", ") });
  return (
    <>
      <Field label={t("url")} hint={hint} required error={errorOf("url")}>
        <Input
          type="url"
          dir="ltr"
          maxLength={2000}
          value={draft.url}
          onChange={({ target }) => onChange({ ...draft, url: target.value })}
        />
      </Field>
      <fieldset>
        <legend className="mb-1 text-small font-medium">{t("kinds")}</legend>
        {webhookKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`kind.${kind}`)}
            hint={t(`hint.${kind}`)}
            checked={draft.kinds.includes(kind)}
            onChange={(on) =>
              onChange({
                ...draft,
                kinds: webhookKinds.filter((each) => (each === kind ? on : draft.kinds.includes(each))),
              })
            }
          />
        ))}
      </fieldset>
    </>
  );
}
