"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { ProjectId } from "@/domain/ids";
import type { ProtectionSettings } from "@/domain/protection/permitted-use";
import { coarseAreas, widenings } from "@/domain/protection/permitted-use-values";

/** How a project protects: what places and dates become, and who has a pseudonym. */
export function ProtectionSettingsForm({
  projectId,
  settings,
  mayChange,
}: {
  projectId: ProjectId;
  settings: ProtectionSettings;
  mayChange: boolean;
}) {
  const t = useTranslations("protection");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [said, setSaid] = useState(settings);
  const set = (change: Partial<ProtectionSettings>) => setSaid((before) => ({ ...before, ...change }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await sending.send(() =>
      ask("PATCH", `/projects/${projectId}/protection/settings`, { ...said, seen: settings }),
    );
    if (!done) return;
    toast({ title: t("settingsSaved") });
    router.refresh();
  }

  return (
    <section aria-labelledby="how" className="max-w-2xl">
      <h2 id="how" className="headline text-lead">
        {t("how")}
      </h2>
      <p className="mb-4 text-small text-ink-3">{mayChange ? t("howLead") : t("howOnlyEditors")}</p>
      <form onSubmit={(event) => void submit(event)}>
        <fieldset disabled={!mayChange} className="space-y-4">
          {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
          <HowCoarse said={said} onChange={set} />
          <Checkbox
            label={t("analysts")}
            hint={t("analystsHint")}
            checked={said.pseudonymousAnalysts}
            disabled={!mayChange}
            onChange={(pseudonymousAnalysts) => set({ pseudonymousAnalysts })}
          />
          {mayChange ? (
            <Button type="submit" busy={sending.busy}>
              {t("saveSettings")}
            </Button>
          ) : null}
        </fieldset>
      </form>
    </section>
  );
}

/** What places and dates become. */
function HowCoarse({
  said,
  onChange,
}: {
  said: ProtectionSettings;
  onChange: (change: Partial<ProtectionSettings>) => void;
}) {
  const t = useTranslations("protection");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("coarsenTo")} hint={t("coarsenHint")}>
        <Select
          value={said.coarsenTo}
          onChange={({ target }) =>
            onChange({ coarsenTo: coarseAreas.find((each) => each === target.value) ?? "district" })
          }
        >
          {coarseAreas.map((each) => (
            <option key={each} value={each}>
              {t(`area.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("widenTo")} hint={t("widenHint")}>
        <Select
          value={said.widenTo}
          onChange={({ target }) =>
            onChange({ widenTo: widenings.find((each) => each === target.value) ?? "as they are" })
          }
        >
          {widenings.map((each) => (
            <option key={each} value={each}>
              {t(`widening.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
